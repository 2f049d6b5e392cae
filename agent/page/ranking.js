// The table of ranked postings: a click on a heading sorts by it, a click on a row's button picks it.
element.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.tailor !== undefined) {
    trigger("select", { number: Number(button.dataset.tailor) });
    return;
  }
  const heading = button.closest("th");
  const column = Number(button.dataset.column);
  const down = heading.getAttribute("aria-sort") !== "descending";
  const body = element.querySelector("tbody");
  const value = (row) => row.cells[column].dataset.value;
  const order = (a, b) => column === 0 ? value(a).localeCompare(value(b)) : value(a) - value(b);
  const rows = [...body.rows].sort((a, b) => (down ? -1 : 1) * order(a, b));
  body.append(...rows);
  for (const other of element.querySelectorAll("th")) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", down ? "descending" : "ascending");
});
