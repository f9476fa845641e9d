import type { languages } from './languages.ts';

/** Every sentence has a key in `locales/id.json`; a key that is not there does not compile. */
export type TextKey = keyof (typeof languages)['id'];
