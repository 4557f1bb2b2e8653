// Tries the page that could not be shown, instead of leaving for another.
export default function reload(link) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    window.location.reload();
  });
}
