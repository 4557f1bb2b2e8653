// One tap on a photo puts a kite over a face; a tap on a kite takes it off. The server burns it in.
export default function coverFace(fieldset) {
  const photo = fieldset.querySelector(".kite-field");
  const field = fieldset.querySelector("[data-kites]");
  const cover = fieldset.querySelector("input[value=cover]");
  for (const option of fieldset.querySelectorAll("[data-needs-script]")) option.hidden = false;

  for (const place of field.value.split(";").filter(Boolean)) photo.append(kite(...place.split(",").map(Number)));

  photo.addEventListener("click", (event) => {
    cover.checked = true;
    const frame = photo.getBoundingClientRect();
    if (event.target.classList.contains("kite")) event.target.remove();
    else photo.append(kite((event.clientX - frame.left) / frame.width, (event.clientY - frame.top) / frame.height));
    field.value = [...photo.querySelectorAll(".kite")].map((one) => one.dataset.at).join(";");
  });

  function kite(x, y) {
    const made = document.createElement("span");
    made.className = "kite";
    made.dataset.at = `${x.toFixed(4)},${y.toFixed(4)}`;
    made.style.setProperty("--x", `${x * 100}%`);
    made.style.setProperty("--y", `${y * 100}%`);
    return made;
  }
}
