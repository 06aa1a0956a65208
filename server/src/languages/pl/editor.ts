// While editing: code actions, code lenses, inlay hints.

import type { Bundle } from '../../base/message';

export const editor: Bundle = {
  // Fixes
  'Fix all {0} of {1}': 'Popraw wszystkie ({0}): {1}',
  'Fix {0} of {1} at once, {2} more after that': 'Popraw od razu {0} z {1}, potem jeszcze {2}',
  'Fix all that is safe in this worker ({0})': 'Popraw w tym workerze wszystko, co bezpieczne ({0})',
  'Fix all that RunPod Compliance can fix safely': 'Popraw wszystko, co RunPod Compliance może bezpiecznie poprawić',

  // Ignoring
  'Ignore {0} here': 'Wycisz {0} tutaj',
  'Ignore {0} in this file': 'Wycisz {0} w tym pliku',
  'Ignore {0} in the project': 'Wycisz {0} w projekcie',

  // Code lenses
  'Started by {0} {1}': 'Uruchamiane przez {0} {1}',
  'Never started: the container runs something else': 'Nic tego nie uruchamia: kontener uruchamia co innego',
  'Never started: the image lacks the file that the container runs':
    'Nic tego nie uruchamia: w obrazie nie ma pliku, który uruchamia kontener',
  'Never started: the Dockerfile has no CMD': 'Nic tego nie uruchamia: w Dockerfile nie ma CMD',
  '{0} · handler: {1}': '{0} · handler: {1}',

  // Inlay hints
  "Each worker takes one job at a time from the endpoint's queue. What the handler returns is the job's output.":
    'Każdy worker bierze z kolejki endpointu jedno zadanie naraz. To, co zwraca handler, jest wynikiem zadania.',
  'The handler is a generator: each part that it yields can be read at /stream while the job runs. Where "return_aggregate_stream" is true, /run and /runsync return all parts together.':
    'Handler jest generatorem: każdą część zwróconą przez yield można odczytać pod /stream już w trakcie zadania. Gdy "return_aggregate_stream" ma wartość true, /run i /runsync zwracają wszystkie części razem.',
  'Each worker takes several jobs at once, as many as concurrency_modifier says. They share one event loop, so a call that blocks stops all of them.':
    'Każdy worker bierze kilka zadań naraz: tyle, ile wskaże concurrency_modifier. Zadania dzielą jedną pętlę zdarzeń, więc blokujące wywołanie zatrzymuje je wszystkie.',
  'A variable decides whether the container serves jobs or is a pod for development. Only the first starts the handler.':
    'O tym, czy kontener obsługuje zadania, czy jest podem do pracy nad kodem, decyduje zmienna. Handler startuje tylko w pierwszym przypadku.',
  'hub.json says that the endpoint balances load: requests go to an HTTP server in the worker, and no handler is called.':
    'Według hub.json to endpoint z równoważeniem obciążenia: żądania trafiają do serwera HTTP w workerze, a handlera nikt nie wywołuje.',
};
