/** Makes the heads of the table `files` buttons that sort it; without it the table is there, the worst file first. */
export const SORT_SCRIPT: string = `"use strict";
(() => {
  const table = document.getElementById("files");
  if (!table) return;
  const body = table.tBodies[0];
  const number = (text) => (/^[<0-9]/.test(text) ? parseFloat(text.replace("< ", "0.0")) : -1);
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const keyed = [...body.rows].map((row) => {
        const text = row.cells[column].textContent;
        return [column === 0 ? text : number(text), row];
      });
      keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0) * (up ? 1 : -1));
      body.append(...keyed.map(([, row]) => row));
    });
  });
})();`;
