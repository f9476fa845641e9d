import type { FiledReport } from './domain/report.ts';

/** Every change a conversation may ask for. The compiler points from a new arm to the place that carries it out (`db/unit.ts`). */
export type Effect =
  | { do: 'contact.locale'; locale: string }
  | { do: 'contact.noticed'; version: string }
  | { do: 'contact.stop' }
  | { do: 'contact.resume' }
  | { do: 'contact.left' }
  | { do: 'contact.back' }
  | { do: 'media.want'; id: string; file: string; bytes?: number }
  | { do: 'media.forget'; ids: readonly string[] }
  | { do: 'report.file'; report: FiledReport; draft: ReportDraft }
  | { do: 'report.follow'; ticket: string }
  | { do: 'report.unfollow'; ticket: string }
  | { do: 'report.add'; ticket: string; words?: string; photos: readonly string[] }
  | { do: 'report.share-phone'; ticket: string; phone: string }
  | { do: 'staff.link'; code: string }
  | { do: 'staff.miss-code'; code: string }
  | { do: 'staff.unlink' };

/** The part of a new report that is a person's own: kept apart, and sealed where the report is *Tertutup*. */
export type ReportDraft = {
  unit: string;
  words: string;
  place: { point?: { lat: number; lon: number }; words?: string; region?: string; outside?: boolean };
  photos: readonly string[];
  phone?: string;
};
