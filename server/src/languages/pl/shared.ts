// What rules of several areas say: strict JSON, steps on the way of a job, titles of fixes. And suppressions.

import type { Bundle } from '../../base/message';

export const shared: Bundle = {
  // JSON
  'JSON has no comments: {0} cannot be read with this one.':
    'JSON nie zna komentarzy: z tym komentarzem pliku {0} nie da się odczytać.',
  'Nothing follows this comma: strict JSON does not allow it.':
    'Po tym przecinku nic nie następuje, a ścisły JSON na to nie pozwala.',
  'A comma is missing before {0}.': 'Przed {0} brakuje przecinka.',
  '{0} begins with a byte order mark, which strict JSON readers refuse.':
    'Plik {0} zaczyna się od znacznika BOM, który ścisłe parsery JSON odrzucają.',
  'The key {0} appears twice in this object: only the last one counts.':
    'Klucz {0} występuje w tym obiekcie dwa razy: liczy się tylko ostatni.',
  '{0} is never closed.': '{0} nie zostało zamknięte.',
  '{0} is empty.': 'Plik {0} jest pusty.',
  'Text follows the end of the JSON value: {0}.': 'Po końcu wartości JSON jest jeszcze tekst: {0}.',
  'Brackets are nested too deeply from here on: the rest of {0} is not read.':
    'Od tego miejsca nawiasy są zagnieżdżone zbyt głęboko: reszta pliku {0} nie jest czytana.',
  'This is not valid JSON: {0}': 'To nie jest poprawny JSON: {0}',
  'Remove the comment': 'Usuń komentarz',
  'Remove the comma': 'Usuń przecinek',
  'Insert the comma': 'Wstaw przecinek',
  'Remove the byte order mark': 'Usuń znacznik BOM',

  // The way of a job
  '{0} calls {1}': '{0} wywołuje {1}',
  '{0} runs {1}': '{0} uruchamia {1}',
  '{0} answers with it here': 'tutaj {0} zwraca to w odpowiedzi',
  'It comes from here': 'Pochodzi stąd',
  'module code': 'kod modułu',

  // Fixes
  'Rename to "{0}"': 'Zmień nazwę na "{0}"',
  'Remove "{0}"': 'Usuń "{0}"',
  'Remove {0}': 'Usuń {0}',
  'Change to "{0}"': 'Zmień na "{0}"',
  'Change to {0}': 'Zmień na {0}',
  'Pass {0}': 'Przekaż {0}',
  'Answer with {0}': 'Zwróć w odpowiedzi {0}',
  'Add an input to fill in': 'Dodaj wejście do uzupełnienia',
  'Make it a list': 'Zrób z tego listę',

  // Suppressions
  'Nothing to ignore: {0} finds nothing here.': 'Nie ma czego wyciszać: {0} niczego tu nie znajduje.',
  'Nothing to ignore: {0} finds nothing there.': 'Nie ma czego wyciszać: {0} niczego tam nie znajduje.',
  'Remove the suppression of {0}': 'Usuń wyciszenie {0}',
  'A suppression has nothing to suppress.': 'Wyciszenie nie ma czego wyciszać.',
  'It would silently hide the fault if it came back, and it says something about the code that is no longer true.':
    'Gdyby błąd wrócił, po cichu by go ukryło, a o kodzie mówi coś, co już nie jest prawdą.',
  'Every suppression still has something to suppress.': 'Każde wyciszenie nadal ma co wyciszać.',
};
