import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { retireCircles } from '../../db/stores/rehearsal.ts';
import { skinNames } from './skins/skin-name.ts';
import { formVisitor } from './testing/form-visitor.ts';
import { openTestSimulator, type TestSimulator } from './testing/open-simulator.ts';

let simulator: TestSimulator;
beforeAll(async () => {
  simulator = await openTestSimulator();
});
afterAll(() => simulator.close());

const plain = (page: string): string => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe.each(skinNames)('somebody who tries out training in %s', (skin) => {
  test('finds an employee who has learnt something and has something before them', async () => {
    const visitor = formVisitor(simulator, skin);
    await visitor.post({ as: 'petugas', do: 'type', text: '/pelatihan' });
    const page = plain(await visitor.page('petugas'));
    expect(page).toMatch(/JP 20\d\d: \d+/);
    expect(page).toContain('Seminar Layanan Digital');
    expect(page).toContain('Pelayanan Ramah Penyandang Disabilitas: wajib');
    await visitor.post({ as: 'petugas', do: 'type', text: '/profil' });
    expect(plain(await visitor.page('petugas'))).toContain('Kenaikan gaji berkala');
  });

  test('lets the employee register by itself', async () => {
    const visitor = formVisitor(simulator, skin);
    await visitor.post({ as: 'petugas', scenario: 'pelatihan' }, '/coba/skenario');
    const rows = await simulator.hall.database.sql`
      select 1 from enrolment n join employee e on e.id = n.employee_id
      join staff_link l on l.employee_id = e.id join contact c on c.id = l.contact_id
      where n.training_code = 'ISY-01' and n.state = 'registered' and c.circle is not null and e.roles = '{officer}'`;
    expect(rows.length).toBe(skinNames.indexOf(skin) + 1);
  });

  test('goes on learning where the employee stopped, a case and its consequence further', async () => {
    const visitor = formVisitor(simulator, skin);
    await visitor.post({ as: 'petugas', do: 'type', text: '/belajar' });
    const shelf = plain(await visitor.page('petugas'));
    expect(shelf).toContain('Bahasa terang untuk warga');
    expect(shelf).toContain('lulus');
    const done = async () =>
      (
        await simulator.hall.database.sql<{ steps: number }[]>`
          select cardinality(done) as steps from module_progress g join employee e on e.id = g.employee_id
          where g.module_code = 'bahasa-terang' and e.name like 'Danu Wiraloka%' order by g.last_at desc limit 1`
      )[0]?.steps ?? 0;
    const before = await done();
    await visitor.post({ as: 'petugas', scenario: 'belajar' }, '/coba/skenario');
    expect(await done()).toBeGreaterThan(before);
  });

  test('finds a supervisor with people, one of whom sent a certificate, which counts with one tap', async () => {
    const visitor = formVisitor(simulator, skin);
    await visitor.post({ as: 'atasan', do: 'type', text: '/unit' });
    expect(plain(await visitor.page('atasan'))).toContain('Danu Wiraloka');
    const verified = () =>
      simulator.hall.database.sql`select id from certificate where source = 'chat' and status = 'sah'`;
    const before = (await verified()).length;
    await visitor.post({ as: 'atasan', scenario: 'sertifikat' }, '/coba/skenario');
    expect(await verified()).toHaveLength(before + 1);
  });
});

test('the employees of visitors leave together, and the city’s own stay', async () => {
  const { sql } = simulator.hall.database;
  const atWork = () => sql`select name from employee where active and unit_code = 'dinas_perhubungan'`;
  const invented = /Wiraloka|Kalimasada, M\.Si\./;
  expect((await atWork()).filter(({ name }) => invented.test(name)).length).toBeGreaterThan(4);
  await retireCircles(sql);
  const left = (await atWork()).map(({ name }) => name);
  expect(left.filter((name) => invented.test(name))).toEqual([]);
  expect(left).toHaveLength(3);
});
