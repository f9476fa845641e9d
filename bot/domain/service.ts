/** A service in a list: `unit` is the office that gives it. */
export type ServiceLine = { code: string; name: string; unit: string };

/** What somebody's words came to, the likeliest first; not `sure` where only some of them were found, or others spelled like them. */
export type ServicesFound = { sure: boolean; lines: ServiceLine[] };

/** An office that gives services. */
export type ServiceOffice = { code: string; name: string };

/**
 * A service as its standard says it (UU 25/2009 art. 21). What the office has not said is null or empty; nothing is put in
 * its place. `phone` and `address` are the office's own, where it is heard of trouble with the service.
 */
export type ServiceView = ServiceLine & {
  requirements: string[];
  steps: string[];
  time: string | null;
  fee: string | null;
  product: string | null;
  hours: string | null;
  place: string | null;
  phone: string | null;
  address: string | null;
};

/** So many services are offered for somebody's words: with the way back they fit a list of ten rows. */
export const foundMost = 9;

/** Whether what stands under fee means that nothing is paid, however the office wrote it. */
export const isFree = (fee: string): boolean =>
  /^(gratis|cuma-cuma|nol|nihil|0|rp\.? ?0(,00)?|tanpa biaya|tidak (ada|di(pungut|kenakan)) biaya|tidak berbayar)[ .!,-]*$/i.test(
    fee.trim(),
  );
