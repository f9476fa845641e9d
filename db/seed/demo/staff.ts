import type { OfficeRole } from '../../../bot/domain/roles.ts';
import type { City } from '../../../bot/ports.ts';
import { createDice, type Dice } from './dice.ts';
import { inventNip } from './invent-nip.ts';
import names from './names.json' with { type: 'json' };

/** Somebody nobody is: a person of an office of the demo. `kind` is `other` where the office has no ASN. */
export type DemoEmployee = {
  nip: string;
  name: string;
  unitCode: string;
  position: string;
  kind: 'pns' | 'pppk' | 'other';
  grade: string | null;
  supervisorNip: string | null;
  roles: OfficeRole[];
};

type Post = { position: string; roles: OfficeRole[]; head?: true };

const seed = 1945;

/** What the office of a kind of work has besides its head and two officers. */
const posts: { readonly [handled: string]: readonly Post[] } = {
  admin_koordinator: [
    { position: 'Koordinator Pengelolaan Pengaduan', roles: ['coordinator'] },
    { position: 'Analis Pengaduan Masyarakat', roles: ['coordinator'] },
    { position: 'Sekretaris Daerah', roles: ['leader'] },
    { position: 'Analis SDM Aparatur', roles: ['hr'] },
    { position: 'Pranata Komputer', roles: ['admin'] },
    { position: 'Ketua Panitia Penghargaan', roles: ['committee'] },
    { position: 'Anggota Panitia Penghargaan', roles: ['committee'] },
    { position: 'Anggota Panitia Penghargaan', roles: ['committee'] },
  ],
  inspektorat: [
    { position: 'Auditor Madya', roles: ['inspector'] },
    { position: 'Auditor Muda', roles: ['inspector'] },
  ],
  dinas_pppa: [
    { position: 'Petugas Pelindungan Perempuan dan Anak', roles: ['inspector'] },
    { position: 'Pekerja Sosial', roles: ['inspector'] },
  ],
};

const usual: readonly Post[] = [
  { position: '', roles: ['supervisor'], head: true },
  { position: 'Pengelola Pengaduan Publik', roles: ['officer'] },
  { position: 'Pengadministrasi Pelayanan', roles: ['officer'] },
];

/** The personnel office handles no reports; it hands out the codes that link a chat. */
const personnel: readonly Post[] = [{ position: 'Analis Kepegawaian', roles: ['hr'] }];
export const isPersonnel = ({ code }: { code: string }) => /^(bkpsdm|bkpp|bkd|bkn)/.test(code);

const headOf = (office: string): string => {
  if (office.startsWith('Kecamatan')) return 'Camat';
  if (office.startsWith('Inspektorat')) return 'Inspektur';
  if (office.startsWith('Perumda')) return 'Direktur';
  return office.startsWith('Sekretariat') ? 'Kepala Bagian Organisasi' : `Kepala ${office}`;
};

/**
 * The invented people of a city's offices, the same for the same city: for each that handles reports a head and two
 * officers, and whoever else its work asks for. Everybody's supervisor is the head of their office, a head's the leader.
 */
export function imagineStaff({ units, categories }: Pick<City, 'units' | 'categories'>): DemoEmployee[] {
  const dice = createDice(seed);
  const used = new Set<string>();
  const answering = units.filter(
    ({ code, handles }) =>
      isPersonnel({ code }) ||
      categories.some(({ office, unitCode }) => unitCode === code || handles.includes(office)),
  );
  const staff = answering.flatMap((unit) => {
    const own = unit.handles.flatMap((kind) => posts[kind] ?? []);
    const all = isPersonnel(unit) ? personnel : [...usual, ...own];
    return all.map((post, at) => newEmployee(unit, post, at, used, dice));
  });
  const leader = staff.find(({ roles }) => roles.includes('leader'));
  const heads = new Map(
    staff.filter(({ roles }) => roles.includes('supervisor')).map((head) => [head.unitCode, head]),
  );
  const above = (one: DemoEmployee): DemoEmployee | undefined => {
    const head = heads.get(one.unitCode);
    if (one === leader) return undefined;
    return head === one ? leader : (head ?? leader);
  };
  return staff.map((one) => ({ ...one, supervisorNip: above(one)?.nip ?? null }));
}

function newEmployee(
  { code, name: office, handles }: City['units'][number],
  { position, roles, head }: Post,
  at: number,
  used: Set<string>,
  dice: Dice,
): DemoEmployee {
  const isWoman = dice.chance(0.5);
  const name = newName(isWoman, used, dice);
  const kind = handles.includes('perumda_air') ? 'other' : !head && dice.chance(0.2) ? 'pppk' : 'pns';
  const nip = kind === 'other' ? `${code}-${at + 1}` : inventNip({ kind, isWoman, used }, dice);
  const grade = kind === 'pns' ? dice.pick(head ? ['IV/b', 'IV/c'] : ['III/a', 'III/b', 'III/c']) : null;
  return {
    nip,
    name,
    unitCode: code,
    position: position || headOf(office),
    kind,
    grade,
    supervisorNip: null,
    roles: [...roles],
  };
}

/** A name nobody else of the demo has. */
function newName(isWoman: boolean, used: Set<string>, dice: Dice): string {
  for (;;) {
    const given = dice.pick(isWoman ? names.women : names.men);
    const name = `${given} ${dice.pick(names.families)}`;
    if (used.has(name)) continue;
    used.add(name);
    return `${name}, ${dice.pick(names.titles)}`;
  }
}
