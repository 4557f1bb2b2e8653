// A page that is read aloud where it stands: opening the player starts it, closing it makes it still.
export default function heard(details) {
  const sound = details.querySelector("audio");

  details.addEventListener("toggle", () => {
    if (details.open) sound.play().catch(() => {}); // the player stays, to be pressed by hand
    else sound.pause();
  });
}
