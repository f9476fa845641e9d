import { expect, test } from 'vitest';
import { personnelOffice } from './testing.ts';
test('time', async () => {
  const office = await personnelOffice();
  const n = 5000;
  const ids = Array.from({ length: n }, (_, i) => `THL-${1000 + i}`);
  await office.import('employees', ['nip|name|unit_code|position|kind', ...ids.map((id) => `${id}|Contoh|dpu|Pengemudi|other`)].join('\n'));
  await office.import('trainings', 'code|title|provider|form|jp\nELE-1|Etika|LAN|e-learning|4');
  await office.import('enrolments', `nip|training_code\n${ids.map((id) => `${id}|ELE-1`).join('\n')}`);
  const c = (jp: number) => `nip|training_code|jp|certificate_number|certificate_date\n${ids.map((id, i) => `${id}|ELE-1|${jp}|${i}/A|2026-03-04`).join('\n')}`;
  for (const jp of [4, 4, 5]) { console.log('TIME', jp); await office.import('completions', c(jp)); }
  await office.close();
  expect(1).toBe(1);
});
