import type { TestSimulator } from './open-simulator.ts';

/** A visitor without scripts: follows redirects, keeps the cookie, submits plain forms. */
export const formVisitor = ({ app, url }: Pick<TestSimulator, 'app' | 'url'>) => {
  let cookie = '';
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const answer = await app.request(`${url}${path}`, {
      ...init,
      headers: { ...(cookie && { cookie }), ...init.headers },
    });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return answer;
  };
  const page = async (as = 'sri'): Promise<string> => (await ask(`/coba?as=${as}`)).text();
  return {
    ask,
    page,
    post: (fields: Record<string, string>, path = '/coba/kirim') =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams({ as: 'sri', ...fields }),
        headers: { origin: url },
      }),
    /** Presses the newest button with this label, by the form it stands in. */
    press: async function press(label: string, as = 'sri'): Promise<Response> {
      const forms = [...(await page(as)).matchAll(/name="on" value="(\d+)">([\s\S]*?)<\/form>/g)];
      for (const [, on = '', rows = ''] of forms.reverse()) {
        const button = [...rows.matchAll(/name="button" value="([^"]+)">([^<]*)</g)].find(
          ([, , text]) => text === label,
        );
        if (button) return this.post({ as, do: 'press', on, button: button[1] ?? '' });
      }
      throw new Error(`no button "${label}" on the page`);
    },
  };
};
