import type { Bundle } from '../../../base/message';

export const startPages: Bundle = {
  "A file that is meant to start the worker never reaches `runpod.serverless.start()`: it only imports a module whose `start()` waits behind that module's own main guard, or nothing calls `start()` at all.":
    'Plik, który ma uruchamiać workera, nigdy nie dochodzi do `runpod.serverless.start()`: tylko importuje moduł, w którym `start()` stoi za warunkiem main tego modułu, albo w ogóle nic nie wywołuje `start()`.',
  '**What you will see on RunPod:** the container runs the file, which ends at once without an error. Workers start and exit, and jobs stay `IN_QUEUE` for ever.':
    '**Co zobaczysz na RunPod:** kontener uruchamia plik, który od razu kończy się bez błędu. Workery startują i znikają, a zadania na zawsze zostają w `IN_QUEUE`.',
  '**How to put it right:** call `start()` in the file that the image runs, or let the image run the file that calls it.':
    '**Jak to naprawić:** wywołaj `start()` w pliku uruchamianym przez obraz albo niech obraz uruchamia plik, w którym jest to wywołanie.',
  '`runpod.serverless.start` takes one dictionary by place: `{"handler": handler}`. Under "handler" stands the function itself, or\nanything else that can be called with the job.':
    '`runpod.serverless.start` przyjmuje jeden słownik jako argument pozycyjny: `{"handler": handler}`. Pod kluczem "handler" jest sama funkcja albo cokolwiek innego, co da się wywołać z zadaniem.',
  '**On RunPod** it depends on what is wrong. `start(handler)` and `start(handler=handler)` raise a `TypeError`: the container starts\nagain and again and jobs stay `IN_QUEUE`. Without the key "handler" the worker starts and takes jobs, and not one is ever answered.\nWith `handler()` in place of `handler`, each job ends `FAILED` with "object is not callable".':
    '**Na RunPod** skutek zależy od tego, co jest źle. `start(handler)` i `start(handler=handler)` zgłaszają `TypeError`: kontener startuje raz za razem, a zadania zostają w `IN_QUEUE`. Bez klucza "handler" worker startuje i przyjmuje zadania, ale żadne nie doczeka się odpowiedzi. Przy `handler()` zamiast `handler` każde zadanie kończy się jako `FAILED` z komunikatem „object is not callable”.',
  'Values that the text does not tell, such as a dictionary that another function puts together, are left alone.':
    'Reguła pomija wartości, których nie da się odczytać z samego kodu, na przykład słownik składany przez inną funkcję.',
  'The SDK reads four keys of the dictionary for `start`: `handler`, `return_aggregate_stream`, `refresh_worker` and\n`concurrency_modifier`. Any other key is ignored, without a word.':
    'SDK czyta ze słownika dla `start` cztery klucze: `handler`, `return_aggregate_stream`, `refresh_worker` i `concurrency_modifier`. Każdy inny klucz jest po cichu ignorowany.',
  '**On RunPod** the worker runs as if the key were not there. `concurrency` or the old `concurrency_controller` leave it at one job at\na time: jobs wait `IN_QUEUE` while the worker has room. A misspelt `return_aggregate_stream` makes `/run` answer with an empty list.':
    '**Na RunPod** worker działa tak, jakby tego klucza nie było. Przy `concurrency` lub dawnym `concurrency_controller` nadal wykonuje jedno zadanie naraz: zadania czekają w `IN_QUEUE`, choć worker ma wolne miejsce. Literówka w `return_aggregate_stream` sprawia, że `/run` odpowiada pustą listą.',
  'Use the real key. `concurrency_modifier` takes a function that is given the present number and returns the new one. What belongs to\nthe endpoint, such as timeouts and the number of workers, is set there and not in the code.':
    'Użyj właściwego klucza. `concurrency_modifier` przyjmuje funkcję, która dostaje bieżącą liczbę i zwraca nową. To, co należy do endpointu, jak limity czasu i liczba workerów, ustawia się w nim, a nie w kodzie.',
  'A dictionary that has a name is left alone: other code may read its keys.':
    'Reguła pomija słownik przypisany do nazwy: jego klucze może czytać inny kod.',
  '`runpod.serverless.start()` stands at module level without `if __name__ == "__main__":`, so importing the file starts a worker. The SDK itself does not need the guard.':
    '`runpod.serverless.start()` jest wywoływane na poziomie modułu bez `if __name__ == "__main__":`, więc import pliku uruchamia workera. Samo SDK tego zabezpieczenia nie potrzebuje.',
  "**What you will see:** where nothing imports the file, nothing: this is information. It is a warning where something does: a test that imports the handler starts a worker and exits the test run; a child process made by `spawn` or `forkserver` imports the file and starts a second worker in it. With Python 3.14, `forkserver` is the default on Linux, and the SDK's heartbeat process dies that way.":
    '**Co zobaczysz:** nic, jeśli nic nie importuje pliku: ustalenie jest wtedy informacją. Ostrzeżeniem jest, gdy coś plik importuje: test, który importuje handler, uruchamia workera i kończy przebieg testów; proces potomny utworzony przez `spawn` lub `forkserver` importuje plik i uruchamia w sobie drugiego workera. W Pythonie 3.14 `forkserver` jest na Linuksie domyślny i w ten sposób ginie proces heartbeat SDK.',
  '**How to put it right:** guard the call.': '**Jak to naprawić:** zabezpiecz to wywołanie.',
  '`runpod.serverless.start()` is called in an `async` function or in a thread. It runs an event loop of its own, and sets signal handlers, which only the main thread may.':
    '`runpod.serverless.start()` jest wywoływane w funkcji `async` lub w wątku. Uruchamia ono własną pętlę zdarzeń i ustawia obsługę sygnałów, a tę wolno ustawiać tylko wątkowi głównemu.',
  '**What you will see on RunPod:** the worker ends at start with `RuntimeError: asyncio.run() cannot be called from a running event loop` or `ValueError: signal only works in main thread of the main interpreter`; jobs stay `IN_QUEUE`.':
    '**Co zobaczysz na RunPod:** worker kończy się przy starcie błędem `RuntimeError: asyncio.run() cannot be called from a running event loop` lub `ValueError: signal only works in main thread of the main interpreter`, a zadania zostają w `IN_QUEUE`.',
  '**How to put it right:** call `start()` from plain code at the end of the file. What has to be awaited before goes into `asyncio.run(…)` of its own, before `start()`.':
    '**Jak to naprawić:** wywołaj `start()` ze zwykłego kodu na końcu pliku. To, co trzeba wcześniej wykonać z await, umieść w osobnym `asyncio.run(…)` przed `start()`.',
  'Code stands behind `runpod.serverless.start()`. The call does not return: it takes jobs until the worker is stopped, and ends the process after a local run.':
    'Po `runpod.serverless.start()` jest jeszcze kod. To wywołanie nie wraca: przyjmuje zadania aż do zatrzymania workera, a po uruchomieniu lokalnym kończy proces.',
  '**What you will see on RunPod:** nothing, which is the point: the clean-up, the log line or the second `start()` never runs.':
    '**Co zobaczysz na RunPod:** nic, i w tym rzecz: sprzątanie, wpis w logu czy drugie `start()` nigdy się nie wykona.',
  '**How to put it right:** move what must run before the first job above `start()`, and drop the rest. For clean-up at the end of the process there is `atexit`.':
    '**Jak to naprawić:** przenieś nad `start()` to, co musi się wykonać przed pierwszym zadaniem, a resztę usuń. Do sprzątania na końcu procesu służy `atexit`.',
  '`concurrency_modifier` must be a plain function that takes the current concurrency and returns the next one.':
    '`concurrency_modifier` musi być zwykłą funkcją, która przyjmuje bieżącą współbieżność i zwraca następną.',
  '**What you will see on RunPod:** a number, an `async` function or a function of another shape crashes the worker when it first asks for jobs. A function that returns 0 never asks for any. Either way jobs stay `IN_QUEUE`.':
    '**Co zobaczysz na RunPod:** liczba, funkcja `async` lub funkcja o innej sygnaturze powoduje awarię workera przy pierwszym pobieraniu zadań. Przy funkcji, która zwraca 0, worker nigdy żadnych nie pobiera. Tak czy inaczej zadania zostają w `IN_QUEUE`.',
  '**How to put it right:** give a function of one argument: `lambda current: 4`.':
    '**Jak to naprawić:** podaj funkcję jednoargumentową: `lambda current: 4`.',
  '`concurrency_modifier` asks for several jobs at once, but the handler is a plain function. The SDK calls it on its event loop, where nothing else runs until it returns.':
    '`concurrency_modifier` prosi o kilka zadań naraz, ale handler jest zwykłą funkcją. SDK wywołuje go w swojej pętli zdarzeń, a dopóki handler się nie zakończy, nic innego się w niej nie wykonuje.',
  '**What you will see on RunPod:** the worker takes several jobs and works on one. The others wait inside the worker, `IN_PROGRESS`, and their timeouts run.':
    '**Co zobaczysz na RunPod:** worker przyjmuje kilka zadań, a pracuje nad jednym. Pozostałe czekają w workerze jako `IN_PROGRESS`, a ich limity czasu biegną.',
  '**How to put it right:** make the handler `async def` and await what takes time, or leave `concurrency_modifier` out.':
    '**Jak to naprawić:** zrób z handlera `async def` i użyj await tam, gdzie coś trwa, albo zrezygnuj z `concurrency_modifier`.',
  'The handler yields, and `return_aggregate_stream` is not set. What is yielded can then only be read from `/stream`.':
    'Handler używa yield, a `return_aggregate_stream` nie ustawiono. To, co handler oddaje przez yield, można wtedy odczytać tylko przez `/stream`.',
  "**What you will see on RunPod:** `/run`, `/runsync` and `/status` answer with an empty list, and the job is `COMPLETED`. The Hub's tests see the same empty list.":
    '**Co zobaczysz na RunPod:** `/run`, `/runsync` i `/status` odpowiadają pustą listą, a zadanie ma status `COMPLETED`. Testy Huba widzą tę samą pustą listę.',
  '**How to put it right:** add the key, unless the stream is too large to be gathered.':
    '**Jak to naprawić:** dodaj ten klucz, chyba że strumień jest zbyt duży, aby go zbierać.',
  '`return_aggregate_stream` is set, but the handler never yields.':
    '`return_aggregate_stream` ustawiono, ale handler nigdy nie używa yield.',
  '**What you will see on RunPod:** nothing: the key has no effect on a handler that returns.':
    '**Co zobaczysz na RunPod:** nic: klucz nie ma żadnego skutku przy handlerze, który zwraca wynik przez return.',
  '**How to put it right:** remove the key.': '**Jak to naprawić:** usuń ten klucz.',
  'A file `runpod.py` or a package `runpod/` with `__init__.py` lies beside the file that is started, and Python imports it instead of the SDK. A folder `runpod/` without `__init__.py` does no harm.':
    'Obok uruchamianego pliku leży plik `runpod.py` lub pakiet `runpod/` z `__init__.py` i Python importuje go zamiast SDK. Folder `runpod/` bez `__init__.py` nie szkodzi.',
  "**What you will see on RunPod:** the worker ends at start with `AttributeError: module 'runpod' has no attribute 'serverless'`; jobs stay `IN_QUEUE`.":
    "**Co zobaczysz na RunPod:** worker kończy się przy starcie błędem `AttributeError: module 'runpod' has no attribute 'serverless'`, a zadania zostają w `IN_QUEUE`.",
  '**How to put it right:** give the file or package another name.':
    '**Jak to naprawić:** nadaj plikowi lub pakietowi inną nazwę.',
};
