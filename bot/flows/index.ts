import { registry } from '../registry.ts';
import { link } from './asn/link.ts';
import { profile } from './asn/profile.ts';
import { unlink } from './asn/unlink.ts';
import { add } from './citizen/add.ts';
import { call } from './citizen/call.ts';
import { follow, unfollow } from './citizen/follow.ts';
import { help, person } from './citizen/help.ts';
import { language } from './citizen/language.ts';
import { hello, menu } from './citizen/menu.ts';
import { report } from './citizen/report/index.ts';
import { start } from './citizen/start.ts';
import { news, stop } from './citizen/stop.ts';
import { track } from './citizen/track.ts';

/** Every conversation of the hall, and the command or word that opens it. */
export const flows = registry([
  { form: start, command: 'start' },
  { form: hello },
  { form: menu, command: 'menu', word: 'menu' },
  { form: report, command: 'lapor', word: 'report', menu: 'citizen' },
  { form: track, command: 'cek', word: 'status', menu: 'citizen' },
  { form: follow },
  { form: unfollow },
  { form: add },
  { form: call },
  { form: language, command: 'bahasa', word: 'language', menu: 'citizen' },
  { form: help, command: 'bantuan', word: 'help', menu: 'citizen' },
  { form: person, word: 'person' },
  { form: stop, command: 'berhenti', word: 'stop', menu: 'citizen' },
  { form: news },
  { form: link, command: 'masuk' },
  { form: profile, command: 'profil' },
  { form: unlink },
]);
