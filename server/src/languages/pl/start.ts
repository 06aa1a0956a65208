// Rules about the start of the worker.

import type { Bundle } from '../../base/message';

export const start: Bundle = {
  // aggregate-stream-missing
  'The handler yields, and nothing gathers what it yields.':
    'Handler używa yield, a nic nie zbiera tego, co z niego wychodzi.',
  'Only /stream shows it: /run, /runsync and the tests of the Hub get an empty list, and the job is COMPLETED.':
    'Widać to tylko w /stream: /run, /runsync i testy Huba dostają pustą listę, a zadanie kończy się jako COMPLETED.',
  'What a handler yields also reaches /run and /runsync.':
    'To, co handler oddaje przez yield, trafia także do /run i /runsync.',
  'This handler yields: without "return_aggregate_stream", /run and /runsync answer with an empty list.':
    'Ten handler używa yield: bez "return_aggregate_stream" /run i /runsync odpowiadają pustą listą.',
  'Add "return_aggregate_stream": True': 'Dodaj "return_aggregate_stream": True',

  // aggregate-stream-unused
  'return_aggregate_stream is set for a handler that never yields.':
    'return_aggregate_stream ustawiono dla handlera, który nie używa yield.',
  'It has no effect, and makes readers look for a stream that does not exist.':
    'Nie ma to żadnego skutku, a kto czyta kod, szuka strumienia, którego nie ma.',
  'return_aggregate_stream is set only where a handler yields.':
    'return_aggregate_stream ustawiono tylko tam, gdzie handler używa yield.',
  'The handler never yields, so there is no stream to gather.':
    'Handler nie używa yield, więc nie ma strumienia do zebrania.',
  'Remove "return_aggregate_stream"': 'Usuń "return_aggregate_stream"',

  // code-after-start
  'Code stands behind start(), which does not return.': 'Po start() jest jeszcze kod, a start() nie wraca.',
  'On RunPod the line never runs: start() takes jobs until the worker is stopped, and ends the process after a local run.':
    'Na RunPod ta linia nigdy się nie wykona: start() przyjmuje zadania aż do zatrzymania workera, a po uruchomieniu lokalnym kończy proces.',
  'No code waits behind start(), where it would never run.': 'Po start() nie ma kodu, który nigdy by się nie wykonał.',
  'This never runs: start() does not return.': 'To się nigdy nie wykona: start() nie wraca.',
  'start() is called here': 'tutaj wywołuje się start()',

  // concurrency-modifier-invalid
  'concurrency_modifier is not a plain function of the current concurrency.':
    'concurrency_modifier nie jest zwykłą funkcją bieżącej współbieżności.',
  'The worker crashes when it first asks for jobs, or asks for none: jobs stay IN_QUEUE.':
    'Worker ulega awarii przy pierwszym pobieraniu zadań albo nie pobiera żadnych: zadania zostają w IN_QUEUE.',
  'concurrency_modifier is a plain function wherever it is given.':
    'concurrency_modifier jest zwykłą funkcją wszędzie, gdzie go podano.',
  'The SDK calls concurrency_modifier with the current concurrency: this is no function.':
    'SDK wywołuje concurrency_modifier z bieżącą współbieżnością: to nie jest funkcja.',
  'The SDK does not await concurrency_modifier: an async function gives it no number.':
    'SDK nie używa await przy concurrency_modifier: funkcja async nie da mu liczby.',
  'The SDK calls concurrency_modifier with the current concurrency, which this function does not take.':
    'SDK wywołuje concurrency_modifier z bieżącą współbieżnością, a ta funkcja jej nie przyjmuje.',
  'The SDK calls concurrency_modifier with the current concurrency and nothing else.':
    'SDK wywołuje concurrency_modifier z bieżącą współbieżnością i niczym więcej.',
  'A concurrency of 0 means that the worker never takes a job.':
    'Współbieżność 0 oznacza, że worker nigdy nie przyjmie zadania.',
  'Wrap in a lambda': 'Opakuj w lambdę',

  // concurrency-without-async
  'concurrency_modifier is given with a handler that is not async.':
    'concurrency_modifier podano przy handlerze, który nie jest async.',
  'A plain handler blocks the event loop, so the jobs that the worker takes at once wait for each other, and their clocks run meanwhile.':
    'Zwykły handler blokuje pętlę zdarzeń, więc zadania przyjęte naraz czekają na siebie nawzajem, a ich czas biegnie.',
  'Only an async handler is given a concurrency_modifier.': 'concurrency_modifier podano tylko przy handlerze async.',
  'The handler is not async, so jobs still run one after the other.':
    'Handler nie jest async, więc zadania nadal wykonują się jedno po drugim.',

  // main-guard-missing
  'The worker starts whenever the file is imported, not only when it is run.':
    'Worker startuje przy każdym imporcie pliku, a nie tylko przy jego uruchomieniu.',
  'A test that imports the handler starts a worker and exits, and a child process made by spawn or forkserver starts a second one.':
    'Test, który importuje handler, uruchamia workera i się kończy, a proces potomny utworzony przez spawn lub forkserver uruchamia drugiego.',
  'The worker starts when its file is run, not when it is imported.':
    'Worker startuje, gdy jego plik jest uruchamiany, a nie gdy jest importowany.',
  'Importing this file starts the worker, and another file imports it. Guard it with if __name__ == "__main__".':
    'Import tego pliku uruchamia workera, a inny plik go importuje. Zabezpiecz start przez if __name__ == "__main__".',
  'Importing this file starts the worker: {0} Guard it with if __name__ == "__main__".':
    'Import tego pliku uruchamia workera: {0} Zabezpiecz start przez if __name__ == "__main__".',
  'Importing this file starts the worker. Guard it with if __name__ == "__main__".':
    'Import tego pliku uruchamia workera. Zabezpiecz start przez if __name__ == "__main__".',
  'a {0} child process imports it again.': 'proces potomny {0} importuje go ponownie.',
  'Python {0}.{1} makes child processes by forkserver, which import it again.':
    'Python {0}.{1} tworzy procesy potomne przez forkserver, a te importują go ponownie.',
  'imported here': 'tutaj importowany',
  'Wrap in if __name__ == "__main__"': 'Opakuj w if __name__ == "__main__"',

  // sdk-shadowed
  'A file of the worker is imported instead of the RunPod SDK.': 'Zamiast SDK RunPod importowany jest plik workera.',
  "The worker ends at start with AttributeError: module 'runpod' has no attribute 'serverless', and jobs stay IN_QUEUE.":
    "Worker kończy się przy starcie błędem AttributeError: module 'runpod' has no attribute 'serverless', a zadania zostają w IN_QUEUE.",
  'No file of the worker hides the RunPod SDK.': 'Żaden plik workera nie zasłania SDK RunPod.',
  'This imports {0} beside the file, not the RunPod SDK. Give {1} another name.':
    'To importuje {0} leżący obok pliku, a nie SDK RunPod. Nadaj {1} inną nazwę.',

  // start-argument-invalid
  'What runpod.serverless.start is given is no dictionary with a callable under "handler".':
    'runpod.serverless.start nie dostaje słownika z czymś wywoływalnym pod "handler".',
  'The worker ends with a TypeError at start and jobs stay IN_QUEUE; or it starts, and each job fails or is never answered.':
    'Worker kończy się przy starcie błędem TypeError, a zadania zostają w IN_QUEUE; albo startuje, lecz każde zadanie kończy się błędem lub zostaje bez odpowiedzi.',
  'start() is given a dictionary with the handler.': 'start() dostaje słownik z handlerem.',
  'Pass {"handler": {0}}': 'Przekaż {"handler": {0}}',
  'start() is called without its configuration: a dictionary with the handler.':
    'start() wywołano bez konfiguracji: słownika z handlerem.',
  'start() has no parameter {0}: it takes one dictionary.': 'start() nie ma parametru {0}: przyjmuje jeden słownik.',
  'start() takes one dictionary and nothing else.': 'start() przyjmuje jeden słownik i nic więcej.',
  'Pass a dictionary': 'Przekaż słownik',
  'start() takes a dictionary, not the handler itself.': 'start() przyjmuje słownik, a nie sam handler.',
  'start() takes a dictionary with the handler under "handler".':
    'start() przyjmuje słownik z handlerem pod kluczem "handler".',
  'The configuration has no "handler".': 'W konfiguracji nie ma "handler".',
  'Rename to "handler"': 'Zmień nazwę na "handler"',
  '{0} is called here, once, and what it returns cannot be called for a job.':
    '{0} jest wywoływana tutaj, raz, a tego, co zwraca, nie da się wywołać dla zadania.',
  '"handler" is given a string; it takes the function itself.':
    'Pod "handler" podano napis, a ma tam być sama funkcja.',
  '"handler" is given something that cannot be called.': 'Pod "handler" podano coś, czego nie da się wywołać.',
  '{0} is a module, which cannot be called.': '{0} to moduł, którego nie da się wywołać.',
  'An instance of {0} cannot be called: {1} has no __call__.':
    'Instancji {0} nie da się wywołać: {1} nie ma metody __call__.',

  // start-in-event-loop
  'start() is called inside a running event loop or in a thread.':
    'start() jest wywoływane wewnątrz działającej pętli zdarzeń lub w wątku.',
  'The worker ends at start with a RuntimeError or a ValueError, before it takes a job: jobs stay IN_QUEUE.':
    'Worker kończy się przy starcie błędem RuntimeError lub ValueError, zanim przyjmie zadanie: zadania zostają w IN_QUEUE.',
  'start() is called from plain code, outside of event loops and threads.':
    'start() jest wywoływane ze zwykłego kodu, poza pętlami zdarzeń i wątkami.',
  'start() fails inside async code: it runs an event loop of its own. Call it from plain code.':
    'start() zawodzi w kodzie async, bo uruchamia własną pętlę zdarzeń. Wywołaj je ze zwykłego kodu.',
  'start() fails in a thread: it sets signal handlers, which only the main thread may. Call it there.':
    'start() zawodzi w wątku, bo ustawia obsługę sygnałów, co wolno tylko wątkowi głównemu. Wywołaj je tam.',

  // start-not-called
  'The file that should start the worker never reaches runpod.serverless.start().':
    'Plik, który ma uruchomić workera, nigdy nie dochodzi do runpod.serverless.start().',
  'The container runs the file, which ends without taking a job: jobs stay IN_QUEUE while workers start and exit.':
    'Kontener uruchamia plik, który kończy się bez przyjęcia zadania: zadania zostają w IN_QUEUE, a workery startują i znikają.',
  'Every file that should start the worker calls runpod.serverless.start().':
    'Każdy plik, który ma uruchamiać workera, wywołuje runpod.serverless.start().',
  'Importing {0} does not start the worker: its start() runs only when that file itself is started.':
    'Import {0} nie uruchamia workera: start() wykonuje się tam tylko wtedy, gdy uruchomiono sam ten plik.',
  'start() behind the main guard': 'start() za warunkiem if __name__ == "__main__"',
  'Start {0} at the end of the file': 'Uruchom {0} na końcu pliku',
  '{0} is never given to runpod.serverless.start().': '{0} nigdy nie trafia do runpod.serverless.start().',

  // start-unknown-key
  'The SDK does not read this key of the dictionary for start.': 'SDK nie czyta tego klucza słownika dla start().',
  'The setting has no effect and nothing says so: concurrency stays at one, a stream is not gathered.':
    'Ustawienie nie działa i nic o tym nie mówi: współbieżność zostaje równa jeden, strumień nie jest zbierany.',
  'start() is given only keys that the SDK reads.': 'start() dostaje tylko klucze, które SDK czyta.',
  'The SDK does not read "{0}": it has no effect.': 'SDK nie czyta "{0}": klucz nie ma żadnego skutku.',
  'The SDK does not read "{0}": it has no effect. The SDK reads "{1}".':
    'SDK nie czyta "{0}": klucz nie ma żadnego skutku. SDK czyta "{1}".',
};
