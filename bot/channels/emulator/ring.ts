/** The last `limit` things, oldest first; adding one forgets the oldest, in constant time. */
export type Ring<T> = { add(item: T): void; list(): T[]; clear(): void; readonly size: number };

export function ring<T>(limit: number): Ring<T> {
  let slots: T[] = [];
  let start = 0;
  return {
    add(item) {
      if (slots.length < limit) slots.push(item);
      else {
        slots[start] = item;
        start = (start + 1) % limit;
      }
    },
    list: () => [...slots.slice(start), ...slots.slice(0, start)],
    clear() {
      slots = [];
      start = 0;
    },
    get size() {
      return slots.length;
    },
  };
}
