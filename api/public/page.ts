import { html, raw } from 'hono/html';

type Html = ReturnType<typeof html>;

/** A plain page of ours: readable without scripts, at 320 px, in both themes. Its colours: `design` tokens of the simulator's sheet. */
const sheet = `
:root{color-scheme:light dark;--paper:#faf8f4;--ink:#1a1f26;--muted:#55606e;--brand:#0b4f8a;--line:#d9d4ca}
@media(prefers-color-scheme:dark){:root{--paper:#12161c;--ink:#e8ebef;--muted:#a7b0bc;--brand:#7fb8ee;--line:#2c343f}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 "Plus Jakarta Sans",system-ui,sans-serif}
main{max-width:70ch;margin:0 auto;padding:2rem 1.25rem 4rem}h1{font-size:28px;line-height:36px;margin:0 0 1rem}
h2{font-size:18px;line-height:26px;margin:2rem 0 .25rem}p{margin:0 0 1rem}.lead{color:var(--muted)}a{color:var(--brand)}
img{display:block;max-width:100%;height:auto;border-radius:10px;margin:0 0 1rem}.words{overflow-wrap:anywhere}
.state{font-size:20px;font-weight:700;margin:0 0 1rem}.state::first-letter{text-transform:uppercase}
.steps{display:flex;list-style:none;margin:0 0 1.5rem;padding:0}.steps li{flex:1;border-top:6px solid var(--line);padding:.5rem .25rem 0 0;font-size:14px;line-height:20px;color:var(--muted)}
.steps li+li{margin-left:4px}.steps .reached{border-color:var(--brand);color:var(--ink)}.steps [aria-current]{font-weight:700}
dl{margin:0}dt{color:var(--muted);font-size:14px}dd{margin:0 0 .75rem}.story{padding-left:1.25rem}.story li{margin:0 0 .5rem}.story time{font-weight:700}
.doors{display:flex;flex-wrap:wrap;gap:1.5rem;list-style:none;margin:0 0 1.5rem;padding:0}.doors a{display:block;font-weight:700;line-height:48px}.qr svg{display:block;width:148px;height:148px;border-radius:10px}
label{display:block;font-weight:700;margin:0 0 .25rem}input,button{font:inherit;min-height:48px;border-radius:10px;padding:0 1rem}
input{width:100%;border:1px solid var(--muted);background:transparent;color:inherit;margin:0 0 .75rem}
button{border:0;background:var(--brand);color:var(--paper);font-weight:700}
:focus-visible{outline:3px solid var(--brand);outline-offset:2px}`;

/** `more`: the rules of one page besides those of all. */
export const page = ({
  locale,
  title,
  body,
  more = '',
}: {
  locale: string;
  title: string;
  body: Html;
  more?: string;
}): Html =>
  html`<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${raw(sheet + more)}</style></head>
<body><main>${body}</main></body>
</html>`;
