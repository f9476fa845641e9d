import en from '../../locales/en.json' with { type: 'json' };
import id from '../../locales/id.json' with { type: 'json' };
import jv from '../../locales/jv.json' with { type: 'json' };
import min from '../../locales/min.json' with { type: 'json' };

/** All that we can say, language by language; a Worker reads `sentences-elsewhere.ts` in its place (package.json, "imports"). */
export const sentences = { id, jv, min, en } as const;
