/** First in, first out, in constant time however long the line is. */
export type Fifo<T> = {
  push(item: T): void;
  shift(): T | undefined;
  peek(): T | undefined;
  readonly length: number;
};

export function fifo<T>(): Fifo<T> {
  let items: T[] = [];
  let head = 0;
  return {
    push: (item) => void items.push(item),
    shift() {
      const item = items[head];
      if (head < items.length) head++;
      if (head > 512 && head * 2 > items.length) {
        items = items.slice(head);
        head = 0;
      }
      return item;
    },
    peek: () => items[head],
    get length() {
      return items.length - head;
    },
  };
}
