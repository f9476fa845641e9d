import type { Agency } from '../../bot/domain/agency.ts';

/** The city or regency itself, "Kota Salatiga", of the government that runs it. */
export const placeOf = ({ name }: Pick<Agency, 'name'>): string => name.replace(/^Pemerintah\s+/i, '');
