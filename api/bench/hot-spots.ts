/** A function as a profile saw it: microseconds of its own per update, and where it stands. */
export type HotSpot = { name: string; where: string; microseconds: number };

type Node = { id: number; callFrame: { functionName: string; url: string; lineNumber: number } };
type Profile = { nodes: Node[]; samples: number[]; timeDeltas: number[] };

const most = 25;

/** A path from the project's or the package's root. */
const placeOf = ({ url, lineNumber }: Node['callFrame']): string => {
  const short = url.replace(/^.*\/node_modules\//, '').replace(/^file:.*\/(?=(api|bot|db)\/)/, '');
  return short ? `${short}:${lineNumber + 1}` : '(engine)';
};

/** The functions of a CPU profile that took most, not counting what they called. */
export const hotSpots = (text: string, updates: number): HotSpot[] => {
  const { nodes, samples, timeDeltas }: Profile = JSON.parse(text);
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const spent = new Map<string, HotSpot>();
  for (const [i, id] of samples.entries()) {
    const frame = frames.get(id);
    if (!frame || frame.functionName === '(idle)') continue;
    const spot = { name: frame.functionName || '(unnamed)', where: placeOf(frame), microseconds: 0 };
    const key = `${spot.name} ${spot.where}`;
    const known = spent.get(key) ?? spot;
    known.microseconds += (timeDeltas[i] ?? 0) / updates;
    spent.set(key, known);
  }
  return [...spent.values()].sort((a, b) => b.microseconds - a.microseconds).slice(0, most);
};
