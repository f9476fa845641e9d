import { type BulletinFault, step } from './read.ts';

type Open = { path: string; keys: Set<string> | undefined; at: number; step: string };

/**
 * The keys that stand twice in one object of a JSON text, which must be well formed. RFC 8259 section 4 leaves open
 * which of the two counts, so two readers could see two bulletins in one file.
 */
export function keysTwice(json: string): BulletinFault[] {
  const faults: BulletinFault[] = [];
  const open: Open[] = [];
  for (const [all, name] of json.matchAll(
    /("[^"\\]*(?:\\.[^"\\]*)*")\s*:|"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]/gs,
  )) {
    const inside = open.at(-1);
    switch (all) {
      case '{':
      case '[': {
        const path = inside ? inside.path + inside.step : '';
        open.push({ path, keys: all === '{' ? new Set() : undefined, at: 0, step: '/0' });
        break;
      }
      case '}':
      case ']':
        open.pop();
        break;
      case ',':
        if (inside && !inside.keys) {
          inside.at += 1;
          inside.step = `/${inside.at}`;
        }
        break;
      default: {
        if (!inside?.keys || name === undefined) break;
        const key = String(JSON.parse(name));
        inside.step = step(key);
        if (inside.keys.has(key)) faults.push({ path: inside.path + inside.step, fault: 'twice' });
        inside.keys.add(key);
      }
    }
  }
  return faults;
}
