import { describe, expect, test } from 'vitest';
import vectors from '../fixtures/skm-vectors.json' with { type: 'json' };
import { elementName, elements, isAnswer, listNumber, scale } from './elements.ts';
import { answersInOrder, inOrder, questionNumber, readQuestionOrder } from './question-order.ts';

test('the nine elements stand in the order of their list', () => {
  expect(elements).toEqual(vectors.elementOrder);
  expect(elements.map(listNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(elementName('waktu')).toBe('skm.element.waktu');
});

test('there is no answer 5, and none between two answers', () => {
  expect([0, 1, 2, 3, 4, 5, 2.5, '4', undefined].filter(isAnswer)).toEqual([...scale]);
});

describe('the trap of the two orders', () => {
  test('the form asks about facilities before complaints, the list names them after', () => {
    expect([listNumber('pengaduan'), listNumber('sarana')]).toEqual([8, 9]);
    expect(questionNumber('pengaduan', 'questionnaire')).toBe(9);
    expect(questionNumber('sarana', 'questionnaire')).toBe(8);
    expect(inOrder('questionnaire').slice(0, 7)).toEqual(elements.slice(0, 7));
  });

  test('one row of paper means two things, so the order is always said', () => {
    const row = [...'444444412'];
    expect(answersInOrder(row, 'list')).toMatchObject({ pengaduan: 1, sarana: 2 });
    expect(answersInOrder(row, 'questionnaire')).toMatchObject({ sarana: 1, pengaduan: 2 });
  });

  test('an office that asks in its own order names all nine, each once', () => {
    const own = elements.toReversed();
    expect(readQuestionOrder(own.join(' , '))).toEqual(own);
    expect(questionNumber('sarana', own)).toBe(1);
    expect(answersInOrder([...'123412341'], own)).toMatchObject({ sarana: 1, persyaratan: 1, prosedur: 4 });
    expect(readQuestionOrder(' Questionnaire ')).toBe('questionnaire');
    for (const wrong of ['', 'form', elements.slice(1).join(), [...elements, 'waktu'].join(), 'u1,u2']) {
      expect(readQuestionOrder(wrong), wrong).toBeUndefined();
    }
    const twice = elements.map((element) => (element === 'sarana' ? 'waktu' : element));
    expect(readQuestionOrder(twice.join())).toBeUndefined();
    expect(() => inOrder(twice)).toThrow(RangeError);
  });
});

test('a row is taken wholly or not at all', () => {
  expect(answersInOrder(['4', '', '-', ' 3 ', '1', '1', '1', '1', '1'], 'list')).toEqual({
    persyaratan: 4,
    biaya: 3,
    produk: 1,
    kompetensi: 1,
    perilaku: 1,
    pengaduan: 1,
    sarana: 1,
  });
  for (const wrong of ['44444444', '4444444444', '444444445', '444444440', '44444444a']) {
    expect(answersInOrder([...wrong], 'list'), wrong).toBeUndefined();
  }
});
