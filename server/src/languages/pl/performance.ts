// Rules about cold start and performance.

import type { Bundle } from '../../base/message';

export const performance: Bundle = {
  // blocking-call-in-async
  'An async handler makes a call that blocks the event loop.':
    'Handler async wykonuje wywołanie, które blokuje pętlę zdarzeń.',
  'While it waits, the worker answers no other job, takes none, and does not notice that a job was cancelled: concurrency is in name only.':
    'Podczas czekania worker nie odpowiada na inne zadania, nie przyjmuje nowych i nie zauważa anulowania: współbieżność istnieje tylko z nazwy.',
  'No call blocks the event loop of an async handler.': 'Żadne wywołanie nie blokuje pętli zdarzeń handlera async.',
  '{0} is not async and calls {1}, which blocks the event loop that {2} runs on.':
    '{0} nie jest async i wywołuje {1}, co blokuje pętlę zdarzeń, w której działa {2}.',
  '{0} blocks the event loop that {1} runs on.': '{0} blokuje pętlę zdarzeń, w której działa {1}.',
  'Wait with asyncio.sleep': 'Czekaj przez asyncio.sleep',
  'Run {0} in a thread': 'Uruchom {0} w wątku',

  // cache-env-after-import
  'A variable is set after the library that reads it was imported.':
    'Zmienna jest ustawiana po imporcie biblioteki, która ją czyta.',
  'The library goes on with its default: models are downloaded into the container on every cold start instead of being found on the volume.':
    'Biblioteka używa wartości domyślnej: przy każdym zimnym starcie modele są pobierane do kontenera, zamiast czekać na wolumenie.',
  'Variables are set before the libraries that read them are imported.':
    'Zmienne są ustawiane przed importem bibliotek, które je czytają.',
  '{0} is set too late: CUDA has read it at {1}().': '{0} ustawiono za późno: CUDA odczytała tę zmienną przy {1}().',
  '{0} is set too late: the import of {1} has read it already.': '{0} ustawiono za późno: odczytał ją już import {1}.',
  'It is read here': 'Tutaj jest czytana',
  'Set it before it is read': 'Ustaw ją przed odczytem',

  // heavy-setup-in-handler
  'A model load, a download or an installation runs in every job.':
    'W każdym zadaniu odbywa się ładowanie modelu, pobieranie lub instalacja.',
  'Each job waits for the setup before its own work starts, on a GPU that is billed meanwhile, and may run into its timeout.':
    'Każde zadanie czeka na przygotowanie, zanim zacznie się właściwa praca – na GPU, za które w tym czasie się płaci – i może przekroczyć limit czasu.',
  'No job loads a model, downloads or installs anything anew.':
    'Żadne zadanie nie ładuje na nowo modelu, niczego nie pobiera ani nie instaluje.',
  'Every job waits here: {0}.': 'Tu czeka każde zadanie: {0}.',
  'Every job of this kind waits here: {0}.': 'Tu czeka każde zadanie tego rodzaju: {0}.',
  'Move {0} to module level, before {1}': 'Przenieś {0} na poziom modułu, przed {1}',

  // lazy-setup-in-handler
  'The first job pays for a setup that could have run before start().':
    'Pierwsze zadanie ponosi koszt przygotowania, które mogło odbyć się przed start().',
  'After each cold start one job takes much longer than the rest, and may run into its timeout while the worker counts as ready.':
    'Po każdym zimnym starcie jedno zadanie trwa dużo dłużej niż reszta i może przekroczyć limit czasu, choć worker uchodzi za gotowy.',
  'Setup is done before start(), not in the first job.':
    'Przygotowanie odbywa się przed start(), a nie w pierwszym zadaniu.',
  'The first job waits here: {0}.': 'Tu czeka pierwsze zadanie: {0}.',
  'importing it runs {0}': 'jego import uruchamia {0}',
  'Call {0}() before start()': 'Wywołaj {0}() przed start()',

  // runtime-install
  'The worker installs software while it runs.': 'Worker instaluje oprogramowanie w trakcie działania.',
  'Every cold start waits for the download, and fails when the index is slow, or when a new version breaks what worked yesterday.':
    'Każdy zimny start czeka na pobieranie i zawodzi, gdy indeks pakietów jest powolny albo nowa wersja psuje to, co wczoraj działało.',
  'Nothing is installed while the worker runs.': 'W trakcie działania workera nic nie jest instalowane.',
  '{0} runs {1} while the worker runs. Put it into the image.':
    '{0} uruchamia {1} w trakcie działania workera. Przenieś to do obrazu.',

  // startup-download
  'The worker downloads a model while it starts.': 'Worker pobiera model podczas startu.',
  'Every cold start waits for the download, and a worker that is not ready after seven minutes is taken for broken and started again.':
    'Każdy zimny start czeka na pobieranie, a workera, który po siedmiu minutach nie jest gotowy, RunPod uznaje za niesprawnego i uruchamia od nowa.',
  'No model is downloaded while the worker starts.': 'Podczas startu workera nie pobiera się żadnego modelu.',
  'Every cold start downloads {0} here, within the {1} minutes that RunPod gives a worker without {2}.':
    'Każdy zimny start pobiera tu {0} i musi zmieścić się w {1} minutach, które RunPod daje workerowi bez {2}.',
};
