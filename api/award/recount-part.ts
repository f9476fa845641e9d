import { html } from 'hono/html';
import { smallGroup } from '../../bot/domain/skm/hide-small.ts';
import type { PublicAward } from '../../db/reads/award/public.ts';
import type { Words } from '../print/words.ts';

/** How anybody recounts the vote: the bulletin and the very commands. `file`: the bulletin's address. */
export const recountPart = (recount: NonNullable<PublicAward['recount']>, file: string, { t }: Words) => {
  const name = file.split('/').at(-1) ?? '';
  return html`<h2 id="hitung-ulang">${t('penghargaan.recount')}</h2>
    ${
      recount === 'small'
        ? html`<p>${t('penghargaan.recount.few', { max: smallGroup })}</p>`
        : html`<p>${t('penghargaan.recount.how')}</p>
    <pre><code>curl -sO ${file}
npm run pendopo -- award check ${name}</code></pre>
    <p><a href="${file}" download>${t('penghargaan.recount.download')}</a></p>`
    }`;
};
