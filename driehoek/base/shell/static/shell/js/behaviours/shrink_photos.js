// Makes photos smaller before they travel, so that sharing works on a school's Wi-Fi. What the browser cannot
// read (HEIC outside Safari) goes as it is; the server makes every photo safe and small in any case.
const LONG_SIDE = 2000;

export default async function shrinkPhotos(input) {
  const small = new DataTransfer();
  for (const file of input.files) small.items.add(await shrunk(file));
  input.files = small.files;
}

async function shrunk(file) {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONG_SIDE / Math.max(picture.width, picture.height));
    if (scale === 1) return file;
    const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.86 });
    return new File([blob], file.name, { type: "image/jpeg" });
  } catch {
    return file;
  }
}
