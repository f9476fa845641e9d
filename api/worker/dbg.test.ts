import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkerHall, type WorkerHall } from './testing/worker-hall.ts';
let house: WorkerHall;
beforeAll(async () => { house = await openWorkerHall(); });
afterAll(() => house?.close());
test('x', async () => {
    const rina = house.actor();
    await rina.type('/lapor');
    await rina.seen();
    rina.phone.sendPhoto('sample', { caption: 'selokan mampet dan bau sekali' });
    for (let i=0;i<8;i++){ await new Promise(r=>setTimeout(r,700));
    console.log(await house.sql`select id, state, attempts, not_before, now(), created_at from media`.catch(e=>e.message), await house.sql`select id,state,not_before from letter`, [...house.store.objects.keys()], house.store.seen, house.worker.lines(), house.emulator.calls().map(c=>c.method+c.ok));}
    expect(1).toBe(1);
});
