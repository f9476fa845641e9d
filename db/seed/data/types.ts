import type { Category, CategoryGroup } from '../../../bot/domain/category.ts';
import type { Deadline } from '../../../bot/domain/clock.ts';
import type { LocalDate } from '../../../bot/domain/local-date.ts';
import type { Level } from '../../../bot/domain/place.ts';
import type { Synonym } from '../../../bot/domain/synonyms.ts';

/** One of `salatiga.json`, `sawahlunto.json`, `pematangsiantar.json`, `lebong.json`: what a city starts with. */
export type CitySeed = {
  about: string;
  agency: AgencySeed;
  emergency: readonly EmergencyNumber[];
  emergencyText: EmergencyText;
  ombudsman: { name: string; representative: string; phone: string; website: string };
  notOurAuthority: readonly OtherBody[];
  offices: readonly OfficeSeed[];
};

/** `demo: true` marks invented contacts; production must replace them. The first language is the default. */
export type AgencySeed = {
  name: string;
  serviceName: string;
  prefix: string;
  zone: string;
  regionCode: string;
  /** Where the government sits; for Lebong that is Tubei, whose name differs from the regency's. */
  seat: string;
  languages: readonly LanguageTag[];
  contact: { address: string; phone: string; email: string; website: string };
  /** Days as `weekday` counts them (1 is Monday); local times as printed, `07.30`. */
  officeHours: readonly { days: readonly number[]; opens: string; closes: string }[];
  inspektorat: string;
  demo: boolean;
};

export type LanguageTag = 'id' | 'jv' | 'min' | 'en';

/** National numbers; whether 112 is run here is for the city to say. */
export type EmergencyNumber = {
  key: 'darurat' | 'polisi' | 'pemadam' | 'ambulans' | 'sapa';
  number: string;
  use: string;
};

/** How to call for help without a voice. */
export type EmergencyText = { channel: 'sms' | 'chat'; address: string; use: string };

/** Matters that belong to somebody else; a refusal names them. */
export type OtherBody = { key: string; label: string; office: string; phone: string | null };

/**
 * An office. `handles` are the kinds of office in `categories.json` it stands for; of the offices that handle
 * `kecamatan` the one whose `region` holds the place is meant.
 */
export type OfficeSeed = {
  code: string;
  name: string;
  short: string;
  handles: readonly string[];
  region: string | null;
  phone: string;
};

/** `categories.json`; a category carries the matching entry of the national tree for exports. */
export type CategoriesSeed = {
  groups: readonly CategoryGroup[];
  categories: readonly (Category & { sp4nMain: string; sp4nSub: string | null })[];
  deadlines: readonly Deadline[];
  notOurAuthority: readonly OtherBody[];
  emergency: readonly { number: string | null; use: string }[];
};

/** `synonyms.json`. */
export type SynonymsSeed = { synonyms: readonly Synonym[] };

/** `templates.json`; the blanks are those of `bot/domain/template.ts`. */
export type TemplatesSeed = {
  templates: readonly { key: string; label: string; shape: 'done' | 'planned' | 'cannot'; words: string }[];
};

/**
 * `services.json`: what the offices of the demo do for people. `office` is a kind of office as in `categories.json`; where
 * a city has several of that kind, each gives the service.
 */
export type ServicesSeed = {
  about: string;
  services: readonly {
    code: string;
    office: string;
    name: string;
    requirements: readonly string[];
    steps: readonly string[];
    time: string;
    fee: string;
    product: string;
    hours: string;
    place: string;
    counter: string;
    users: number;
  }[];
};

/**
 * `questions.json`: what people of the demo ask, and the answer. `office` is a kind of office as in `categories.json`, or
 * the question is of the whole city; blanks are filled from the city's own data.
 */
export type QuestionsSeed = {
  about: string;
  questions: readonly {
    code: string;
    office: string | null;
    question: string;
    answer: string;
    keywords: readonly string[];
  }[];
};

/** A row of `holidays.csv`; the weekday is the Indonesian name. */
export type HolidayRow = {
  date: LocalDate;
  weekday: string;
  name: string;
  kind: 'libur_nasional' | 'cuti_bersama';
};

/** A row of `regions.csv` as text; the parent is the code without its last part. */
export type RegionRow = Record<'lat' | 'lng' | 'min_lat' | 'max_lat' | 'min_lng' | 'max_lng', string> & {
  code: string;
  name: string;
  level: Level;
};
