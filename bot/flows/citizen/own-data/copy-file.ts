import type { Moment } from '../../../conversation/moment.ts';
import { say, type TextFile } from '../../../conversation/reply.ts';
import { localDate } from '../../../domain/local-date.ts';
import type { OwnCopy } from '../../../domain/own-copy.ts';
import type { OwnData } from '../../../domain/own-data.ts';
import type { OwnChat } from '../../../reads.ts';
import {
  copiedConsent,
  copiedQuestion,
  copiedReport,
  copiedRequest,
  copiedThread,
  copiedWish,
} from './copied.ts';
import { copiedLearning } from './copied-learning.ts';

/** Characters of a document (`TextFile`). */
const most = 200_000;

const written = (value: unknown): string => JSON.stringify(value, null, 2);

type Held = { mine: OwnData; copy: OwnCopy; chats: readonly OwnChat[] };

/** What stands there beside the reports. */
const account = ({ mine, copy, chats }: Held, number: string, moment: Moment) => {
  const { spoken, city, now, contact } = moment;
  return {
    layanan: city.agency.service,
    pemerintah: city.agency.name,
    permintaan: number,
    dibuat: localDate(now, city.agency.zone),
    keterangan: spoken(say('own-data.see.sensitive')),
    chat: {
      aplikasi: spoken(say(`channel.${contact.channel}`)),
      tercatat_sejak: mine.since,
      bahasa: mine.locale ?? moment.locale,
      pemberitahuan_privasi: mine.noticed,
      menerima_kabar: !mine.stopped,
      terhubung_kepegawaian: mine.employee,
      tulisan_belum_dikirim: mine.drafts,
      foto_suara_video: mine.media,
    },
    chat_lain: chats
      .filter((chat) => chat.mine && !chat.here)
      .map(({ channel }) => spoken(say(`channel.${channel}`))),
    izin: copy.consents.map((consent) => copiedConsent(consent, moment)),
    permintaan_data: copy.requests.map(copiedRequest),
    pertanyaan: copy.questions.map(copiedQuestion),
    percakapan_penilaian: copy.threads.map(copiedThread),
    kabar_perubahan_layanan: copy.wishes.map(copiedWish),
    laporan_diikuti: mine.follows,
    ...(copy.learning && { kepegawaian: copiedLearning(copy.learning) }),
    pembaca: mine.readers.map(({ on, role }) => ({
      tanggal: on,
      sebagai: spoken(say(`own-data.role.${role}`)),
    })),
  };
};

/** As many reports as have room, newest first. */
const fitting = <Report>(reports: readonly Report[], room: number): Report[] => {
  let left = room;
  const full = reports.findIndex((report) => {
    left -= written({ laporan: [report] }).length;
    return left < 0;
  });
  return reports.slice(0, full === -1 ? undefined : full);
};

/**
 * What is held of a chat account as a file that a person can read and a program too (UU 27/2022 art. 13). Should it grow
 * too long, the numbers of the older reports stand there without their words, which `/cek` shows.
 */
export const copyFile = (held: Held, number: string, moment: Moment): TextFile => {
  const tickets = held.mine.reports.map(({ ticket }) => ticket);
  const rest = account(held, number, moment);
  const all = held.copy.reports.map((report) => copiedReport(report, moment));
  const laporan = fitting(all, most - written({ ...rest, laporan_tanpa_isi: tickets }).length);
  const kept = new Set(laporan.map(({ nomor }) => nomor));
  const older = tickets.filter((ticket) => !kept.has(ticket));
  const file = { ...rest, laporan, ...(older.length > 0 && { laporan_tanpa_isi: older }) };
  return { name: 'data-saya.json', type: 'application/json', text: `${written(file)}\n` };
};
