// Rules about the handler.

import type { Bundle } from '../../base/message';

export const handler: Bundle = {
  // generator-hidden
  'The handler hands back a generator instead of being one.': 'Handler zwraca generator, zamiast sam nim być.',
  'The SDK tries to send the generator object as JSON, which fails: the job is never answered and runs into its timeout. A local run prints the object and looks fine.':
    'SDK próbuje wysłać obiekt generatora jako JSON, co się nie udaje: zadanie nie dostaje odpowiedzi i przekracza limit czasu. Uruchomienie lokalne wypisuje obiekt i wygląda na poprawne.',
  'No handler hands back a generator in place of an answer.': 'Żaden handler nie zwraca generatora zamiast odpowiedzi.',
  'The SDK does not see that __call__ yields. Give it the bound method: {0}.__call__.':
    'SDK nie widzi, że __call__ używa yield. Przekaż metodę związaną z obiektem: {0}.__call__.',
  'This is a generator, which cannot be sent as JSON. Make it a list.':
    'To jest generator, którego nie da się wysłać jako JSON. Zrób z niego listę.',
  '{0} gives a generator, which the SDK does not see behind return.':
    '{0} daje generator, a tego SDK za instrukcją return nie widzi.',
  'it yields here': 'tutaj jest yield',
  'Yield from it': 'Użyj yield from',

  // generator-return-value
  'A handler that yields also returns a value, which vanishes.':
    'Handler, który używa yield, zwraca też wartość przez return, a ta znika.',
  'The SDK streams what is yielded and drops what a generator returns: the job is COMPLETED without it, also when it was an error.':
    'SDK strumieniuje to, co wychodzi przez yield, a wartość z return odrzuca: zadanie kończy się jako COMPLETED bez niej, także gdy był to błąd.',
  'No handler that yields returns a value besides.':
    'Żaden handler z yield nie zwraca dodatkowo wartości przez return.',
  '{0} yields, so what it returns here reaches nobody.':
    '{0} używa yield, więc to, co tu zwraca przez return, do nikogo nie dociera.',
  'Yield the value, then return': 'Oddaj wartość przez yield, potem return',

  // handler-exits-process
  'A job can end the whole worker process.': 'Zadanie może zakończyć cały proces workera.',
  'The SDK does not catch it: the job is never answered and runs into its timeout, and so do the jobs that the worker had taken besides.':
    'SDK tego nie przechwytuje: zadanie nie dostaje odpowiedzi i przekracza limit czasu, a z nim inne zadania, które worker zdążył przyjąć.',
  'Nothing on the way of a job ends the worker process.': 'Nic na drodze zadania nie kończy procesu workera.',
  '{0}() ends the worker in the middle of a job, which is never answered.':
    '{0}() kończy workera w trakcie zadania, które nigdy nie dostanie odpowiedzi.',
  'Answer the job with an error': 'Odpowiedz na zadanie błędem',

  // handler-signature
  'The handler cannot be called with the job as its only argument.':
    'Handlera nie da się wywołać z zadaniem jako jedynym argumentem.',
  'Every job fails with a TypeError before the first line of the handler runs.':
    'Każde zadanie kończy się błędem TypeError, zanim wykona się pierwsza linia handlera.',
  'The handler takes the job as its only argument.': 'Handler przyjmuje zadanie jako jedyny argument.',
  'Given to runpod.serverless.start here.': 'Tutaj przekazany do runpod.serverless.start.',
  '{0} is not bound to an instance: the job would arrive as {1}.':
    '{0} nie jest związana z instancją: zadanie trafiłoby do {1}.',
  'RunPod calls {0} with the job and nothing else, but it also requires {1} by name.':
    'RunPod wywołuje {0} z zadaniem i niczym więcej, a wymagany jest jeszcze argument nazwany {1}.',
  'RunPod calls {0} with the job and nothing else, but it also requires {1}.':
    'RunPod wywołuje {0} z zadaniem i niczym więcej, a wymagany jest jeszcze argument {1}.',
  'RunPod calls {0} with the job, but it takes no argument.':
    'RunPod wywołuje {0} z zadaniem, a ta funkcja nie przyjmuje argumentów.',
  'the lambda': 'lambdę',
  'Make {0} optional': 'Zrób z {0} argument opcjonalny',
  'Let it take the job': 'Niech przyjmuje zadanie',

  // input-not-read
  'The handler never looks at the input of the job.': 'Handler w ogóle nie zagląda do wejścia zadania.',
  'Whatever is sent, the answer is the same; and RunPod takes no job without an input.':
    'Cokolwiek zostanie wysłane, odpowiedź jest ta sama; a zadania bez wejścia RunPod nie przyjmuje.',
  'The handler reads the input of the job.': 'Handler czyta wejście zadania.',
  '{0} never reads {1}["input"].': '{0} nigdy nie czyta {1}["input"].',

  // input-unchecked
  'A key of the input is read without a default, a test, a try or a validation.':
    'Klucz wejścia jest czytany bez wartości domyślnej, sprawdzenia, try lub walidacji.',
  'A job without it fails with the traceback of a KeyError, which tells the caller nothing of what was expected.':
    'Zadanie bez tego klucza kończy się śladem stosu KeyError, z którego wywołujący nie dowie się, czego oczekiwano.',
  'Every key of the input that a job must have is checked, or has a default.':
    'Każdy wymagany klucz wejścia jest sprawdzany albo ma wartość domyślną.',
  'A job without {0} ends here with a KeyError.': 'Zadanie bez {0} kończy się tutaj błędem KeyError.',
  'Read it with .get()': 'Czytaj przez .get()',

  // job-key-misread
  'A key is read from the job itself, where RunPod puts what was sent under "input".':
    'Klucz jest czytany z samego zadania, a RunPod umieszcza przesłane dane pod "input".',
  'The job fails with a KeyError, or the handler works with None and a default in the place of what was sent.':
    'Zadanie kończy się błędem KeyError albo handler pracuje na None lub wartości domyślnej zamiast na przesłanych danych.',
  'What was sent is read from the input, not from the job around it.':
    'Przesłane dane są czytane z wejścia, a nie z otaczającego je zadania.',
  'A job has no key {0}: what was sent is in {1}["input"].':
    'Zadanie nie ma klucza {0}: przesłane dane są w {1}["input"].',
  'Read it from the input': 'Czytaj z wejścia',

  // nested-event-loop
  'The handler starts an event loop inside the one that calls it.':
    'Handler uruchamia pętlę zdarzeń wewnątrz tej, która go wywołuje.',
  'The SDK calls every handler, sync ones too, from its running event loop: each job that comes here fails with "asyncio.run() cannot be called from a running event loop".':
    'SDK wywołuje każdy handler, także synchroniczny, ze swojej działającej pętli zdarzeń: każde zadanie, które tu dotrze, kończy się błędem „asyncio.run() cannot be called from a running event loop”.',
  'No job starts an event loop of its own.': 'Żadne zadanie nie uruchamia własnej pętli zdarzeń.',
  '{0} fails here: the SDK calls the handler from its own running event loop.':
    '{0} tutaj zawodzi: SDK wywołuje handler z własnej działającej pętli zdarzeń.',
  'Make {0} async and await': 'Zrób z {0} funkcję async i użyj await',

  // unbound-local
  'A local name is read before anything has been assigned to it.':
    'Nazwa lokalna jest czytana, zanim cokolwiek do niej przypisano.',
  'The line raises an UnboundLocalError whenever it runs: the job fails, or an except branch hides that the code never works.':
    'Linia przy każdym wykonaniu zgłasza UnboundLocalError: zadanie kończy się błędem albo gałąź except ukrywa, że ten kod nigdy nie działa.',
  'Every local name has a value before it is read.': 'Każda nazwa lokalna ma wartość, zanim zostanie odczytana.',
  'The import of {0} further down makes {1} local to {2}: here it has no value yet.':
    'Import {0} niżej w kodzie czyni {1} nazwą lokalną funkcji {2}: tutaj nie ma ona jeszcze wartości.',
  'The assignment makes {0} local to {1}: here it has no value yet.':
    'Przypisanie czyni {0} nazwą lokalną funkcji {1}: tutaj nie ma ona jeszcze wartości.',
  '{0} becomes local here.': 'Tutaj {0} staje się nazwą lokalną.',
  'Import it at the top of {0}': 'Zaimportuj na początku {0}',

  // validator-errors-ignored
  'The result of validate() is used without a look at its errors.':
    'Wynik validate() jest używany bez sprawdzenia błędów.',
  "For an input that does not fit, the job fails with KeyError: 'validated_input', and what was wrong with it is lost.":
    "Przy niepasującym wejściu zadanie kończy się błędem KeyError: 'validated_input', a informacja, co było nie tak, przepada.",
  'Wherever validate() is called, its errors are looked at.':
    'Wszędzie, gdzie wywołuje się validate(), sprawdza się jego błędy.',
  'For an input that does not fit there is no "validated_input", but "errors": nothing looks for them here.':
    'Dla niepasującego wejścia nie ma "validated_input", tylko "errors": nikt tu do nich nie zagląda.',
  'The input is checked here': 'Tutaj wejście jest sprawdzane',
  'Answer with the errors': 'Odpowiedz błędami',

  // validator-schema-invalid
  "A schema for the SDK's validator lacks what it needs, or says it in a way that it does not understand.":
    'W schemacie dla walidatora SDK brakuje czegoś potrzebnego albo zapisano to w niezrozumiały dla niego sposób.',
  'Every job is refused, or fails with a TypeError, whatever is sent.':
    'Każde zadanie jest odrzucane albo kończy się błędem TypeError, cokolwiek zostanie wysłane.',
  "Every schema for the SDK's validator is complete.": 'Każdy schemat dla walidatora SDK jest kompletny.',
  'What the schema says of "{0}" must be a dictionary with "type" and "required".':
    'Opis "{0}" w schemacie musi być słownikiem z "type" i "required".',
  'Write it as a dictionary': 'Zapisz to jako słownik',
  'The schema says no "type" for "{0}": the validator answers every job with an error.':
    'Schemat nie podaje "type" dla "{0}": walidator odpowiada na każde zadanie błędem.',
  'The type of "{0}" is a text: the validator needs the type itself, and fails with a TypeError.':
    'Typ "{0}" podano jako tekst: walidator potrzebuje samego typu i kończy się błędem TypeError.',
  'Write {0}': 'Wpisz {0}',
  'The schema does not say whether "{0}" is "required": the validator refuses every job, also those that have it.':
    'Schemat nie mówi, czy "{0}" jest "required": walidator odrzuca każde zadanie, także te, które ten klucz mają.',
  'Say that it is not required': 'Zaznacz, że nie jest wymagany',
  'Say that it is required': 'Zaznacz, że jest wymagany',
  '"{0}" is not required and has no "default": the validator refuses every job without it.':
    '"{0}" nie jest wymagany i nie ma "default": walidator odrzuca każde zadanie bez tego klucza.',
  'Add the default None': 'Dodaj wartość domyślną None',
  'The constraints of "{0}" are never checked: the validator skips a value of the same type as the default.':
    'Ograniczenia "{0}" nigdy nie są sprawdzane: walidator pomija wartość tego samego typu co wartość domyślna.',
};
