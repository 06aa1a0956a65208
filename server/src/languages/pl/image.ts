// Rules about the container image.

import type { Bundle } from '../../base/message';

export const image: Bundle = {
  // base-image-unpinned
  'The version of the base image is fixed.': 'Wersja obrazu bazowego jest ustalona.',
  'The Dockerfile builds on an image without a version.': 'Dockerfile bazuje na obrazie bez podanej wersji.',
  'The next build may get another Python, CUDA or library: a worker that ran yesterday fails, and nothing in the repository changed.':
    'Następne budowanie może dostać innego Pythona, CUDA lub bibliotekę: worker, który wczoraj działał, zawodzi, choć w repozytorium nic się nie zmieniło.',
  '{0} has no tag "latest": this build fails. Name a version.':
    '{0} nie ma tagu "latest": to budowanie się nie uda. Podaj wersję.',
  '{0} has no tag, which means "latest": name the version that the worker was tried with.':
    '{0} nie ma tagu, co oznacza "latest": podaj wersję, z którą worker został wypróbowany.',
  '{0} is another image after every release: name the version that the worker was tried with.':
    '{0} to po każdym wydaniu inny obraz: podaj wersję, z którą worker został wypróbowany.',

  // command-missing
  'The Dockerfile says neither with CMD nor with ENTRYPOINT what the container runs.':
    'Dockerfile nie mówi ani przez CMD, ani przez ENTRYPOINT, co uruchamia kontener.',
  "The container runs the base image's own command, such as a shell, and takes no job: jobs stay IN_QUEUE.":
    'Kontener uruchamia polecenie obrazu bazowego, na przykład powłokę, i nie przyjmuje zadań: zostają one w IN_QUEUE.',
  'The Dockerfile says what the container runs.': 'Dockerfile mówi, co uruchamia kontener.',
  'The Dockerfile has neither CMD nor ENTRYPOINT: the container runs what {0} runs, and no handler.':
    'Dockerfile nie ma ani CMD, ani ENTRYPOINT: kontener uruchamia to, co {0}, a nie handler.',
  'Start {0} with CMD': 'Uruchom {0} przez CMD',
  'The container starts here': 'Tutaj startuje kontener',
  'Started from here': 'Uruchamiane stąd',

  // cuda-mismatch
  'The list in allowedCudaVersions fits the CUDA of the image.': 'allowedCudaVersions pasuje do CUDA w obrazie.',
  'The list in allowedCudaVersions holds versions that are older than the CUDA of the image.':
    'Lista allowedCudaVersions zawiera wersje starsze niż CUDA w obrazie.',
  'On a host with an older CUDA the container does not start: "unsatisfied condition: cuda>=…" in the system log.':
    'Na hoście ze starszą CUDA kontener nie wystartuje: w logu systemowym pojawia się „unsatisfied condition: cuda>=…”.',
  'Allow CUDA {0} and newer': 'Dopuść CUDA {0} i nowsze',
  'The image is built on CUDA {0}, and may not start on a host with {1}.':
    'Obraz zbudowano na CUDA {0}, więc może nie wystartować na hoście z {1}.',
  'The image with CUDA {0}.': 'Obraz z CUDA {0}.',

  // entry-does-not-start
  'The container runs a Python file that never reaches runpod.serverless.start(), while another file would.':
    'Kontener uruchamia plik Pythona, który nigdy nie dochodzi do runpod.serverless.start(), choć inny plik by doszedł.',
  'The container ends, or waits for something else, without taking a job: jobs stay IN_QUEUE while workers start and exit.':
    'Kontener kończy się albo czeka na coś innego, nie przyjmując zadań: zostają one w IN_QUEUE, a workery startują i znikają.',
  'What the container runs comes to runpod.serverless.start().':
    'To, co uruchamia kontener, dochodzi do runpod.serverless.start().',
  'The container runs {0}, which never reaches runpod.serverless.start(): that is called in {1}, which nothing starts.':
    'Kontener uruchamia {0}, a ten plik nigdy nie dochodzi do runpod.serverless.start(): wywołuje je {1}, którego nic nie uruchamia.',
  '{0} is no program that starts a worker: runpod.serverless.start() is called in {1}, which nothing starts.':
    '{0} nie jest programem, który uruchamia workera: runpod.serverless.start() wywołuje {1}, którego nic nie uruchamia.',
  'start() that the container never comes to': 'start(), do którego kontener nie dochodzi',
  'Start {0}': 'Uruchom {0}',

  // entry-missing
  'The container is told to start a file that the image does not have.':
    'Kontener ma uruchomić plik, którego nie ma w obrazie.',
  'Every worker exits at once with "No such file or directory" and is started again: jobs stay IN_QUEUE.':
    'Każdy worker od razu kończy się komunikatem „No such file or directory” i jest uruchamiany ponownie: zadania zostają w IN_QUEUE.',
  'The file that the container starts is in the image.': 'Plik, który uruchamia kontener, jest w obrazie.',
  'The image has no {0}, and the worker has no file of that name.':
    'W obrazie nie ma {0}, a worker nie ma pliku o tej nazwie.',
  'The image has no {0}: no instruction of the Dockerfile puts it there.':
    'W obrazie nie ma {0}: nie umieszcza go tam żadna instrukcja Dockerfile.',
  'The image has no {0}: {1} is copied to {2}.': 'W obrazie nie ma {0}: {1} jest kopiowany do {2}.',
  'The image has no {0}: .dockerignore leaves {1} out.': 'W obrazie nie ma {0}: .dockerignore pomija {1}.',
  'The image has no {0}: no COPY brings {1}.': 'W obrazie nie ma {0}: żadne COPY nie kopiuje {1}.',
  'The same here.': 'Tutaj to samo.',
  'This pattern leaves it out': 'Pomija go ten wzorzec',
  'Let {0} into the image': 'Wpuść {0} do obrazu',

  // env-file-copied
  'No file of environment variables gets into the image.':
    'Żaden plik ze zmiennymi środowiskowymi nie trafia do obrazu.',
  'A file of environment variables gets into the image.': 'Plik ze zmiennymi środowiskowymi trafia do obrazu.',
  'Whoever can pull the image can read the keys in it, also after a later step deletes the file: it stays in its layer.':
    'Kto może pobrać obraz, odczyta z niego klucze, także gdy późniejszy krok usunie plik: zostaje on w swojej warstwie.',
  '{0} gets into the image: whoever can pull it can read the keys in there.':
    '{0} trafia do obrazu: kto może go pobrać, odczyta zawarte tam klucze.',
  'Add {0} to .dockerignore': 'Dodaj {0} do .dockerignore',

  // gpu-at-build
  'No step of the Dockerfile needs a GPU.': 'Żaden krok w Dockerfile nie potrzebuje GPU.',
  'A step of the Dockerfile needs a GPU.': 'Krok w Dockerfile potrzebuje GPU.',
  'The machines that build images have none: the build fails, on RunPod as with docker build.':
    'Maszyny, które budują obrazy, go nie mają: budowanie się nie udaje, na RunPod tak samo jak przez docker build.',
  '{0} needs a GPU, and the machine that builds the image has none.':
    '{0} potrzebuje GPU, a maszyna budująca obraz go nie ma.',
  '{0} runs when the file is started.': '{0} wykonuje się przy uruchomieniu pliku.',

  // host-not-reachable
  "RunPod's load balancer reaches the server and its health route.":
    'Load balancer RunPod dociera do serwera i do jego ścieżki sprawdzania stanu.',
  "The load balancing worker's server cannot be reached from outside its container, or has no health route.":
    'Serwer workera z równoważeniem obciążenia jest nieosiągalny spoza kontenera albo nie ma ścieżki sprawdzania stanu.',
  'RunPod never gets an answer from the worker: it stays unhealthy, and requests end in 502 or time out.':
    'RunPod nigdy nie dostaje odpowiedzi: worker pozostaje niesprawny, a żądania kończą się kodem 502 lub przekroczeniem czasu.',
  'Listen on {0}': 'Nasłuchuj na {0}',
  "{0} is only reached from inside the container: RunPod's load balancer is outside.":
    '{0} jest osiągalne tylko z wnętrza kontenera: load balancer RunPod jest na zewnątrz.',
  "Without a host {0} listens on 127.0.0.1, which RunPod's load balancer does not reach.":
    'Bez podanego hosta {0} nasłuchuje na 127.0.0.1, dokąd load balancer RunPod nie dociera.',
  "This address is only reached from inside the container: RunPod's load balancer is outside.":
    'Ten adres jest osiągalny tylko z wnętrza kontenera: load balancer RunPod jest na zewnątrz.',
  "Without a host it listens on 127.0.0.1, which RunPod's load balancer does not reach.":
    'Bez podanego hosta nasłuchuje na 127.0.0.1, dokąd load balancer RunPod nie dociera.',
  'No route answers GET {0}, where RunPod asks whether the worker is well.':
    'Żadna ścieżka nie odpowiada na GET {0}, a tam RunPod pyta, czy worker jest sprawny.',

  // hub-test-image-unsupported
  "The Hub's tests can be prepared in the image.": 'W obrazie da się przygotować testy Huba.',
  "The Hub's tests cannot be prepared in this image.": 'W tym obrazie nie da się przygotować testów Huba.',
  'Before the first test, tools are installed into the container with apt-get or dnf, as root: where that is impossible, every test fails.':
    'Przed pierwszym testem do kontenera instalowane są narzędzia przez apt-get lub dnf, jako root: gdzie to niemożliwe, nie przechodzi żaden test.',
  "The Hub's tests do not know Alpine Linux: they install their tools with apt-get or dnf.":
    'Testy Huba nie znają Alpine Linux: instalują narzędzia przez apt-get lub dnf.',
  "The Hub's tests need a shell and a package manager, which this image does not have.":
    'Testy Huba potrzebują powłoki i menedżera pakietów, których ten obraz nie ma.',
  "The container runs as {0}; the Hub's tests install their tools as root.":
    'Kontener działa jako {0}, a testy Huba instalują narzędzia jako root.',

  // local-flag-in-command
  'The image starts the worker with a flag that is for local testing.':
    'Obraz uruchamia workera z flagą przeznaczoną do testów lokalnych.',
  'The worker serves a test server or a single test job instead of taking jobs: they stay IN_QUEUE.':
    'Zamiast przyjmować zadania, worker prowadzi serwer testowy lub wykonuje jedno zadanie testowe: zadania zostają w IN_QUEUE.',
  'No flag for local testing is in the command of the image.': 'W poleceniu obrazu nie ma flagi do testów lokalnych.',
  '{0} starts a local test server: on RunPod this worker takes no jobs.':
    '{0} uruchamia lokalny serwer testowy: na RunPod ten worker nie przyjmuje zadań.',
  '{0} makes the worker run one test job and exit: on RunPod it takes no jobs.':
    'Z {0} worker wykonuje jedno zadanie testowe i się kończy: na RunPod nie przyjmuje zadań.',
  'The container starts {0}': 'Kontener uruchamia {0}',

  // module-not-copied
  'A file that the handler needs is in the repository, but not in the image.':
    'Plik potrzebny handlerowi jest w repozytorium, ale nie w obrazie.',
  'The worker exits with ModuleNotFoundError or FileNotFoundError as soon as it starts, or fails every job.':
    'Worker kończy się błędem ModuleNotFoundError lub FileNotFoundError zaraz po starcie albo w każdym zadaniu.',
  'Every file that the handler needs is in the image.': 'Każdy plik potrzebny handlerowi jest w obrazie.',
  'No COPY brings {0} into the image: importing {1} fails there.':
    'Żadne COPY nie kopiuje {0} do obrazu: import {1} tam się nie uda.',
  'No COPY brings {0} into the image: opening it fails there.':
    'Żadne COPY nie kopiuje {0} do obrazu: otwarcie tego pliku tam się nie uda.',
  '.dockerignore leaves {0} out of the image: importing {1} fails there.':
    '.dockerignore pomija {0}: import {1} w obrazie się nie uda.',
  '.dockerignore leaves {0} out of the image: opening it fails there.':
    '.dockerignore pomija {0}: otwarcie tego pliku w obrazie się nie uda.',
  'Copy {0} into the image': 'Skopiuj {0} do obrazu',

  // output-buffered
  'Python runs with buffered output: neither -u nor PYTHONUNBUFFERED.':
    'Python działa z buforowanym wyjściem: bez -u i bez PYTHONUNBUFFERED.',
  'What print() writes shows up in the logs late, and not at all when the worker is killed: the last lines before a crash are the ones that are missing.':
    'To, co wypisuje print(), pojawia się w logach z opóźnieniem, a gdy worker zostanie zabity – wcale: brakuje właśnie ostatnich linii przed awarią.',
  'What print() writes shows up in the logs at once.': 'To, co wypisuje print(), od razu pojawia się w logach.',
  'What this file prints waits in a buffer: start Python with -u.':
    'To, co ten plik wypisuje, czeka w buforze: uruchom Pythona z -u.',
  'Add -u': 'Dodaj -u',
  'Set PYTHONUNBUFFERED': 'Ustaw PYTHONUNBUFFERED',

  // platform-not-amd64
  'The image is built for linux/amd64.': 'Obraz jest budowany dla linux/amd64.',
  'The image is built for another platform than linux/amd64, or may be.':
    'Obraz jest budowany dla innej platformy niż linux/amd64 albo może tak się stać.',
  'RunPod runs linux/amd64 alone: the container stops at once with "exec format error", and jobs stay IN_QUEUE.':
    'RunPod uruchamia wyłącznie linux/amd64: kontener od razu kończy się komunikatem „exec format error”, a zadania zostają w IN_QUEUE.',
  "This builds for {0}: RunPod's machines are {1}, where the image does not start.":
    'Ten obraz powstaje dla {0}, a maszyny RunPod to {1}: tam nie wystartuje.',
  'This runner is an ARM machine: without a platform it builds an image that does not start on RunPod.':
    'Ten runner to maszyna ARM: bez podania platformy zbuduje obraz, który nie wystartuje na RunPod.',
  'On a Mac with Apple silicon, or any other ARM machine, this builds an image that does not start on RunPod.':
    'Na Macu z procesorem Apple lub innej maszynie ARM to zbuduje obraz, który nie wystartuje na RunPod.',
  'Build for {0}': 'Buduj dla {0}',
  "This builds on {0}: RunPod's machines are {1}, where the image does not start.":
    'Obraz bazowy jest tu dla {0}, a maszyny RunPod to {1}: tam nie wystartuje.',
  'Remove the platform': 'Usuń platformę',
};
