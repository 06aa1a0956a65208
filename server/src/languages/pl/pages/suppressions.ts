import type { Bundle } from '../../../base/message';

export const suppressionsPages: Bundle = {
  'A suppression that suppresses nothing: the fault it named has been mended, or the comment stands on the wrong line.':
    'Wyciszenie, które niczego nie wycisza: wskazany w nim błąd naprawiono albo komentarz stoi w niewłaściwej linii.',
  '**What you will see on RunPod:** nothing today. But the day the fault comes back on that line, nobody is told; and until then the\ncomment says something about the code that is no longer true.':
    '**Co zobaczysz na RunPod:** dziś nic. Ale gdy pewnego dnia błąd wróci w tej linii, nikt się o tym nie dowie, a do tego czasu komentarz mówi o kodzie coś, co już nie jest prawdą.',
  '**How to put it right:** remove it, or move it to the line that it is about, or directly above.':
    '**Jak to naprawić:** usuń wyciszenie albo przenieś je do linii, której dotyczy, lub bezpośrednio nad nią.',
  'A suppression of a rule that is off, or that could not decide because a file is broken, is left alone: whether it is of use\ncannot be told.':
    'Wyciszenie reguły, która jest wyłączona albo nie mogła niczego rozstrzygnąć, bo plik jest uszkodzony, jest pomijane: nie da się powiedzieć, czy jest potrzebne.',
};
