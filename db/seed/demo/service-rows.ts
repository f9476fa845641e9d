import type { Unit } from '../../../bot/domain/agency.ts';
import type { service } from '../../schema/index.ts';
import servicesJson from '../data/services.json' with { type: 'json' };
import type { ServicesSeed } from '../data/types.ts';

const { services } = servicesJson as ServicesSeed;

/** What the demo's offices do, invented: each service with the office of its kind, or with every one of them. */
export const serviceRows = (
  units: readonly Pick<Unit, 'code' | 'handles'>[],
): (typeof service.$inferInsert)[] =>
  services.flatMap(({ office, counter, requirements, steps, ...one }) => {
    const offices = units.filter(({ handles }) => handles.includes(office));
    const own = (code: string) =>
      offices.length > 1 ? `-${code.replace(/^kec_/, '').replaceAll('_', '-')}` : '';
    return offices.map(({ code: unitCode }) => ({
      ...one,
      code: `${one.code}${own(unitCode)}`,
      unitCode,
      requirements: [...requirements],
      steps: [...steps],
      counterCode: `${counter}${own(unitCode)}`.toUpperCase(),
    }));
  });
