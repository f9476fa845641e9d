/**
 * The folder `locales/` as Cloudflare keeps it beside the code (Workers Static Assets): only our own requests reach it,
 * and only the path counts. https://developers.cloudflare.com/workers/static-assets/binding/
 */
export type Locales = { fetch: (address: string) => Promise<Response> };

/** One file of it, as it was uploaded with this code. Throws when it cannot be had. */
export const readLocale = async (locales: Locales, language: string): Promise<unknown> => {
  const answer = await locales.fetch(`https://locales/${language}.json`);
  if (!answer.ok) throw new Error(`locales/${language}.json: ${answer.status}`);
  return answer.json();
};
