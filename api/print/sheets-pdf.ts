import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { family, fontFile } from './font-file.ts';
import { sizeOf } from './paper.ts';
import type { Sheet } from './sheet.ts';
import { sheetSvg } from './sheet-svg.ts';

const faces = [fontFile('regular'), fontFile('bold')] as const;

pdfmake.setFonts({ [family]: { normal: faces[0], bold: faces[1] } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => faces.some((face) => face === path));

const upright = ({ paper }: Sheet) => paper !== 'a4-landscape';

/** What a reader of the file is told about it. `at`: when it was made. */
export type About = { title: string; author: string; language: string; at: Date };

/** Sheets of one size, A4 upright and lying or A5, as one PDF with real text; nothing is loaded from outside. */
export const sheetsPdf = async (sheets: readonly Sheet[], about: About): Promise<Uint8Array> => {
  const [first] = sheets;
  if (!first) throw new RangeError('a PDF without sheets');
  const document: TDocumentDefinitions = {
    pageSize: first.paper === 'a5' ? 'A5' : 'A4',
    pageOrientation: upright(first) ? 'portrait' : 'landscape',
    pageMargins: 0,
    version: '1.7',
    language: about.language,
    displayTitle: true,
    info: {
      title: about.title,
      author: about.author,
      creationDate: about.at,
      creator: 'Pendopo',
      producer: 'Pendopo',
    },
    defaultStyle: { font: family },
    content: sheets.map((sheet, at): Content => {
      const { width, height } = sizeOf(sheet.paper);
      return {
        svg: sheetSvg(sheet, false),
        width,
        height: height - 0.5,
        font: family,
        absolutePosition: { x: 0, y: 0 },
        ...(at > 0 && {
          pageBreak: 'before',
          pageOrientation: upright(sheet) ? 'portrait' : 'landscape',
        }),
      } as Content;
    }),
  };
  return pdfmake.createPdf(document).getBuffer();
};
