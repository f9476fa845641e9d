import type { LocalDate } from '../local-date.ts';
import { findPhrases, phraseSet, wordsOf } from '../words.ts';
import { datesSaid } from './dates-said.ts';
import type { RubricReason, Score, Scored } from './rubric.ts';

/** The office that answers: its name, and other names it goes by (*Dishub*). */
export type Answering = { office: { name: string; also?: readonly string[] }; today: LocalDate };

const greetings = phraseSet(`
  selamat pagi | selamat siang | selamat sore | selamat malam | assalamualaikum | halo | salam | sugeng enjing | sugeng siyang
  sugeng sonten | sugeng dalu | kulonuwun | salamaik | good morning | good afternoon | good evening | hello | dear
  bapak | ibu | pak | bu | yth | terima kasih atas | terima kasih sudah | matur nuwun | tarimo kasih | thank you for
`);

/** Words of the office that a citizen reads twice, from the list of tone. */
const ofTheOffice = phraseSet(`
  disposisi | didisposisikan | mendisposisikan | opd | skpd | eskalasi | dieskalasi | sla | input | diinput | submit | disubmit | tupoksi
  tindak lanjut | ditindaklanjuti | menindaklanjuti | tindaklanjuti | koordinasi lintas sektor | sesuai ketentuan yang berlaku
  peraturan perundang undangan | sehubungan dengan | bersama ini | dimaksud di atas | tersebut di atas | perihal | stakeholder
  stakeholders | monitoring | evaluasi | implementasi | optimalisasi | realisasi anggaran | kewenangan absolut | nomenklatur
  diakomodir | terakomodir | sinergi | sinergitas | mekanisme | inventarisasi | penganggaran | dpa | rka | apbd perubahan
  asesmen | verifikasi faktual | user | follow up | urgensi | eksisting | progres
`);

const soon = phraseSet(
  'segera | secepatnya | dalam waktu dekat | secepat mungkin | sesegera mungkin | as soon as possible | soon | enggal',
);
const ahead = phraseSet(
  'akan | paling lambat | dijadwalkan | rencananya | bakal | badhe | will | by | mulai | selambatnya',
);
const done = phraseSet(
  'kemarin | tadi pagi | tadi siang | tadi malam | pagi ini | siang ini | sore ini | malam ini | wingi | yesterday | this morning',
);
const common = new Set(
  'dinas badan kantor bagian bidang kelurahan kecamatan kota kabupaten daerah dan satuan unit pelaksana teknis'.split(
    ' ',
  ),
);

/** So many words at most in one sentence: longer ones are read twice on a phone. */
const longest = 28;
/** So few words answer nobody. */
const least = 4;

const holds = (words: readonly string[], phrases: ReadonlyMap<string, true>): boolean =>
  findPhrases(words, phrases).length > 0;

const line = (met: boolean, yes: RubricReason, no: RubricReason): Scored => ({ met, why: met ? yes : no });

const greeting = (words: readonly string[]): Scored =>
  line(holds(words.slice(0, 8), greetings), 'greets', 'no-greeting');

const office = (words: readonly string[], { name, also = [] }: Answering['office']): Scored => {
  const said = new Set(words);
  const named = [name, ...also].some((one) => {
    const own = wordsOf(one).filter((word) => !common.has(word));
    const asked = own.length > 0 ? own : wordsOf(one);
    return asked.length > 0 && asked.every((word) => said.has(word));
  });
  return line(named, 'names-office', 'no-office');
};

const date = (text: string, words: readonly string[], today: LocalDate): Scored => {
  const said = datesSaid(text, today);
  if (said.some((day) => day >= today) || holds(words, done)) return { met: true, why: 'names-date' };
  if (said.length > 0) return line(!holds(words, ahead), 'names-date', 'past-date');
  return { met: false, why: holds(words, soon) ? 'only-soon' : 'no-date' };
};

const plain = (text: string, words: readonly string[]): Scored => {
  if (words.length < least) return { met: false, why: 'empty' };
  const odd = findPhrases(words, ofTheOffice).map(({ at, length }) => words.slice(at, at + length).join(' '));
  if (odd.length > 0) return { met: false, why: 'office-words', words: [...new Set(odd)] };
  const letters = text.match(/\p{L}/gu) ?? [];
  if (letters.filter((one) => /\p{Lu}/u.test(one)).length * 2 > letters.length)
    return { met: false, why: 'shouted' };
  const long = text.split(/[.!?\n]+(?=\s|$)/).some((sentence) => wordsOf(sentence).length > longest);
  return line(!long, 'plain', 'long-sentence');
};

/** An answer by the rubric, as words alone can show it; people score the same four lines, and theirs is what counts. */
export const scoreAnswer = (text: string, { office: speaking, today }: Answering): Score => {
  const words = wordsOf(text);
  return {
    greeting: greeting(words),
    office: office(words, speaking),
    date: date(text, words, today),
    plain: plain(text, words),
  };
};
