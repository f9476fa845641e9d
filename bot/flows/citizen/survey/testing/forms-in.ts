import type { TestHall } from '../../../../../api/testing/hall.ts';
import { urnPlace } from '../../../../../db/stores/rate-service.ts';
import { type Actor, playTranscript } from '../../../../conversation/transcript.ts';
import type { SurveyForm } from '../../../../domain/skm/survey-form.ts';
import { translate } from '../../../../i18n/translate.ts';

/** The official questions in the order of the questionnaire. */
export const nineLines: readonly string[] = (
  [
    'persyaratan',
    'prosedur',
    'waktu',
    'biaya',
    'produk',
    'kompetensi',
    'perilaku',
    'sarana',
    'pengaduan',
  ] as const
).map((element) => translate('id', { key: `skm.question.${element}` }));

/** The filled forms that rest in the urn, in the order they came. */
export const formsIn = async ({ hall }: TestHall): Promise<SurveyForm[]> => {
  const rows = await hall.database.sql<
    { id: string; sealed: Uint8Array }[]
  >`select id, sealed from skm_urn where kind = 'survey' order by at, xmin::text::bigint`;
  return rows.map(
    ({ id, sealed }) => JSON.parse(hall.seal.open('survey', urnPlace(id), sealed)) as SurveyForm,
  );
};

/** Answers so many questions with the third answer, and skips the rest. */
export const toTheEnd = async (who: Actor, questions: number): Promise<void> => {
  for (let nth = 1; nth <= questions; nth++) await playTranscript('> 3', who);
  await playTranscript(
    '> lewati\nSatu lagi…\n…\n> lewati\nTerima kasih banyak. Penilaian Bapak/Ibu masuk hasil …\n…',
    who,
  );
};

/** Somebody who has begun the survey of a counter and given so many answers, each time the third. */
export const begunBy = async <A extends Actor>(who: A, answered: number): Promise<A> => {
  await playTranscript('> NILAI DUK-2\nTerima kasih sudah memakai…\n…\n> [Mulai]\n1 dari 9. …\n…', who);
  for (let nth = 1; nth <= answered; nth++) await playTranscript('> 3', who);
  return who;
};
