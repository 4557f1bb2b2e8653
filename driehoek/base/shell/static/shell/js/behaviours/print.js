// A button that opens the print window. Without a script the browser's own menu does it.
export default function print(button) {
  button.addEventListener("click", () => window.print());
}
