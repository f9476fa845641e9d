import type { SkinName } from '../skins/skin-name.ts';
import type { TestSimulator } from './open-simulator.ts';

/** The words of a piece of page, without markup. */
const wordsOf = (piece: string): string => piece.replace(/<[^>]+>/g, ' ').trim();

/** A visitor without scripts: follows redirects, keeps the cookie, submits plain forms. `skin` is the app they hold. */
export const formVisitor = (
  { app, url }: Pick<TestSimulator, 'app' | 'url'>,
  skin: SkinName = 'telegram',
) => {
  let cookie = '';
  const inApp = (path: string, to: SkinName) =>
    to === 'telegram' ? path : `${path}${path.includes('?') ? '&' : '?'}di=${to}`;
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const answer = await app.request(`${url}${path}`, {
      ...init,
      headers: { ...(cookie && { cookie }), ...init.headers },
    });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return answer;
  };
  const page = async (as = 'sri', to = skin): Promise<string> =>
    (await ask(inApp(`/coba?as=${as}`, to))).text();
  return {
    ask,
    page,
    post: (fields: Record<string, string>, path = '/coba/kirim', to = skin) =>
      ask(inApp(path, to), {
        method: 'POST',
        body: new URLSearchParams({ as: 'sri', ...fields }),
        headers: { origin: url },
      }),
    /** Presses the newest button or row with this label, by the form it stands in. */
    press: async function press(label: string, as = 'sri'): Promise<Response> {
      const forms = [...(await page(as)).matchAll(/name="on" value="([^"]+)">([\s\S]*?)<\/form>/g)];
      for (const [, on = '', rows = ''] of forms.reverse()) {
        const button = [
          ...rows.matchAll(/name="button" value="([^"]+)"(?! disabled)>([\s\S]*?)<\/button>/g),
        ].find(([, , text = '']) => wordsOf(text).split(/ {2,}/).includes(label));
        if (button) return this.post({ as, do: 'press', on, button: button[1] ?? '' });
      }
      throw new Error(`no button "${label}" on the page`);
    },
  };
};
