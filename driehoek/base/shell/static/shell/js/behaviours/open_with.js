// A way to begin: a choice puts its words in the box, where they can be changed, and takes them out again.
// <div data-behaviour="open-with"> of checkboxes with data-words, in a form with a field "text"
export default function openWith(row) {
  const field = row.closest("form").elements.text;
  const boxes = [...row.querySelectorAll("input")];
  const follow = () => boxes.forEach((box) => (box.checked = field.value.includes(box.dataset.words)));

  for (const box of boxes) {
    box.removeAttribute("name"); // the words themselves are sent
    box.addEventListener("change", () => choose(box));
  }
  field.addEventListener("input", follow);
  follow();

  function choose({ checked, dataset: { words } }) {
    if (checked) field.value = [field.value.trimEnd(), words].filter(Boolean).join(" ") + " ";
    else field.value = field.value.replace(words, "").replace(/ {2,}/g, " ").trimStart();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    if (!checked || /[.!?؟]$/.test(words)) return; // a whole sentence: it can go
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }
}
