import type { Marks } from '../../../domain/exercise/rubric.ts';
import type { OwnLearning } from '../../../domain/own-learning.ts';
import type { EnrolmentState } from '../../../domain/training/enrolment.ts';
import { jpText } from '../../../domain/training/jp.ts';

const states: { readonly [state in EnrolmentState]: string } = {
  registered: 'terdaftar',
  waiting: 'daftar_tunggu',
  withdrawn: 'mundur',
};

const copiedMarks = ({ greeting, office, date, plain }: Marks) => ({
  sapaan: greeting,
  nama_kantor: office,
  waktu: date,
  bahasa: plain,
});

/** An employee's learning as it stands in the file of one's data: hours as they are printed, photos by whether there is one. */
export const copiedLearning = ({
  enrolments,
  certificates,
  dates,
  selfChecks,
  exercises,
  reminders,
  others,
}: OwnLearning) => ({
  pelatihan: enrolments.map((one) => ({
    kode: one.training,
    judul: one.title,
    status: states[one.state],
    sejak: one.since,
    batas: one.completeBy,
    hadir: one.attendedOn,
    selesai: one.finishedOn,
  })),
  sertifikat: certificates.map(({ title, form, provider, jp, number, date, status, reason, photo }) => ({
    judul: title,
    bentuk: form,
    penyelenggara: provider,
    jp: Number(jpText(jp)),
    nomor: number,
    tanggal: date,
    status,
    alasan: reason,
    foto: photo,
  })),
  tanggal_kepegawaian: dates.map(({ kind, date, note, asOf }) => ({
    jenis: kind,
    tanggal: date,
    catatan: note,
    menurut_data_tanggal: asOf,
  })),
  cek_diri: selfChecks.map(({ year, unit, answers }) => ({ tahun: year, unit, jawaban: answers })),
  jawaban_latihan: exercises.map(({ category, on, words, marks, colleague }) => ({
    kasus: category,
    tanggal: on,
    jawaban: words,
    nilai_sendiri: copiedMarks(marks),
    nilai_rekan: colleague && copiedMarks(colleague),
  })),
  pengingat: reminders.map(({ item, on }) => ({ hal: item, tanggal: on })),
  ...(Object.values(others).some((count) => count > 0) && {
    yang_lebih_lama: {
      pelatihan: others.enrolments,
      sertifikat: others.certificates,
      pengingat: others.reminders,
    },
  }),
});
