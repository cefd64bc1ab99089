import type { Locator, Page } from 'playwright';

/** Pixels around the element that belong to its picture: a focus ring lies outside. */
const margin = 5;

/** What a person sees of an element, with the pointer away from it. */
export async function picture(element: Locator): Promise<Buffer> {
  const page = element.page();
  await page.mouse.move(0, 0);
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (box === null) throw new Error('not shown');
  return page.screenshot({
    caret: 'hide',
    clip: {
      x: Math.max(0, box.x - margin),
      y: Math.max(0, box.y - margin),
      width: box.width + 2 * margin,
      height: box.height + 2 * margin,
    },
  });
}

/** Whether an element stands out from what is around it: some pixel within differs from the picture's corner. */
export async function standsOut(element: Locator): Promise<boolean> {
  return (await colorsOf(element.page(), await picture(element))) > 1;
}

const colorsOf = (page: Page, png: Buffer): Promise<number> =>
  page.evaluate(
    async (bytes) => {
      const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      return new Set(new Uint32Array(data.buffer)).size;
    },
    [...png],
  );
