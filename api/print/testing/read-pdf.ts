import { getDocumentProxy } from 'unpdf';

/** A PDF as another program reads it: of each page its size in points and its words, and what is said of the whole. */
export const readPdf = async (bytes: Uint8Array) => {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const numbers = Array.from({ length: pdf.numPages }, (_, at) => at + 1);
  const pages = await Promise.all(
    numbers.map(async (number) => {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const [, , width = 0, height = 0] = page.view;
      return {
        width,
        height,
        words: items
          .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : ''))
          .join('')
          .replace(/\s+/g, ' '),
      };
    }),
  );
  const { info } = await pdf.getMetadata();
  await pdf.cleanup();
  return { pages, info: Object.fromEntries<unknown>(Object.entries(info)) };
};
