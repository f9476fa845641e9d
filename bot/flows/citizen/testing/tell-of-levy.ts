import type { openTestHall } from '../../../../api/testing/hall.ts';
import { playTranscript } from '../../../conversation/transcript.ts';

/** Somebody who has told of a levy at a counter, with a photo. */
export const tellOfLevy = async (house: Awaited<ReturnType<typeof openTestHall>>) => {
  const reporter = house.actor();
  const { names } = await playTranscript(
    `
    > petugas loket minta uang pungli lima puluh ribu
    …
    > 1
    …
    > tidak
    …
    > lewati
    …
    > loket tiga
    …
    > (photo)
    Foto ke-1 diterima…
    …
    > Kirim
    Laporan sudah kami terima.
    Nomor: {ticket}
    …
    [Salin nomor] [Pasang PIN] [Menu]
    `,
    reporter,
  );
  return { reporter, names, ticket: names.get('ticket') ?? '' };
};
