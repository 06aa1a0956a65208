// What hovers and completions say from a worker's own files: variables, GPUs, base images, packages, sources of COPY.

import type { Bundle } from '../../base/message';

export const languageFeatures: Bundle = {
  'line {0}': 'linia {0}',

  // GPUs
  'Pool of {0}.': 'W tej puli: {0}.',
  'not from {0}': 'nie z {0}',
  'Takes {0} out of the pool {1}.': 'Wyłącza {0} z puli {1}.',
  'Pool {0}: {1} GB of memory or more. {2}.': 'Pula {0}: co najmniej {1} GB pamięci. {2}.',
  'Leaves {0} of the pool {1} out.': 'Pomija {0} z puli {1}.',
  'No pool. {0} is one: {1}.': 'Nie ma takiej puli. Jest {0}: {1}.',
  'A GPU type, where a pool belongs. {0}.': 'To typ GPU, a w tym miejscu podaje się pulę. {0}.',
  'the smallest that fit': 'najmniejsze, które wystarczą',

  // Suggestions from the code
  '{0} and newer': '{0} i nowsze',
  'what the image starts on': 'wersje, na których obraz startuje',
  'the code needs it': 'kod jej potrzebuje',
  'the code reads it': 'kod ją czyta',
  'Field {0} of the form.': 'Pole formularza {0}.',
  'the handler reads it': 'handler go czyta',
  'what the handler reads': 'to, co czyta handler',
  'Input of this handler': 'Wejście tego handlera',
  'with what the handler reads': 'z tym, co czyta handler',
  'Test of this handler': 'Test tego handlera',
  'imported, and not in the image': 'importowany, a brak go w obrazie',

  // Variables
  'Variable {0}': 'Zmienna {0}',
  'In {0}: {1}': 'W {0}: {1}',
  'set to {0}': 'ustawiona na {0}',
  offered: 'udostępniona',
  'offered as {0}': 'udostępniona jako {0}',
  '{0}, one of {1}': '{0}, do wyboru: {1}',
  '{0}, default {1}': '{0}, domyślnie {1}',
  'Read in {0}': 'Czytana w {0}',
  'Read in {0}, else {1}': 'Czytana w {0}, w razie jej braku {1}',
  'Read in {0}, with a fallback': 'Czytana w {0}, z wartością zastępczą',
  'Read in {0}, which fails without it': 'Czytana w {0}, bez niej kod kończy się błędem',
  'And {0} more.': 'I jeszcze {0}.',
  'No file of the worker reads it. The base image or a library may.':
    'Nie czyta jej żaden plik workera. Może ją czytać obraz bazowy lub biblioteka.',

  // Base images
  'An empty image: no shell, no Python, nothing.': 'Pusty obraz: bez powłoki, bez Pythona, bez niczego.',
  'Base image {0}.': 'Obraz bazowy {0}.',
  'No version: the next build may get [another image]({0}).':
    'Brak wersji: następne budowanie może dostać [inny obraz]({0}).',
  'A worker or a server by itself: what is built on it needs no handler and no command.':
    'Sam w sobie jest workerem lub serwerem: to, co na nim zbudowano, nie potrzebuje ani handlera, ani polecenia.',
  'Nothing of a worker is in it: files, packages and the command are all up to the Dockerfile.':
    'Nie ma w nim nic z workera: pliki, pakiety i polecenie musi dostarczyć Dockerfile.',
  'Its tag says Python {0} and PyTorch {1}.': 'Według tagu zawiera: Python {0} i PyTorch {1}.',
  'Its tag says Python {0}.': 'Według tagu zawiera: Python {0}.',
  'Its tag says PyTorch {0}.': 'Według tagu zawiera: PyTorch {0}.',
  'CUDA {0}: starts on hosts with this version or a newer one, which {1} should list.':
    'CUDA {0}: startuje na hostach z tą lub nowszą wersją; takie wersje powinno wymieniać {1}.',
  'CUDA {0}: runs on hosts with [any CUDA {1}]({2}) or a newer one, which {3} should list.':
    'CUDA {0}: działa na hostach z [dowolną wersją CUDA {1}]({2}) lub nowszą; takie wersje powinno wymieniać {3}.',
  'A distroless system': 'System distroless',
  "{0}: the Hub's tests [cannot install their tools]({1}) in it.":
    '{0}: testy Huba [nie mogą w nim zainstalować swoich narzędzi]({1}).',

  // Packages
  'Package {0}, {1}.': 'Pakiet {0}, {1}.',
  'from the place that is given': 'z podanego miejsca',
  'in a version that the text does not tell': 'w wersji, której z tekstu nie widać',
  'in its newest release': 'w najnowszym wydaniu',
  'A limit for {0}: it installs nothing.': 'Ograniczenie wersji {0}: niczego nie instaluje.',
  'Whether it is installed depends on a condition.': 'To, czy zostanie zainstalowany, zależy od warunku.',
  'Python itself has a module of this name.': 'Sam Python ma moduł o tej nazwie.',
  'Imported as {0}.': 'W kodzie importowany jako {0}.',
  'The base image brings it.': 'Jest w obrazie bazowym.',
  'The base image brings it in release {0}.': 'Jest w obrazie bazowym, w wydaniu {0}.',
  "[RunPod's SDK]({0}), newest known release {1}.": '[SDK RunPod]({0}), najnowsze znane wydanie {1}.',
  "[RunPod's SDK]({0}), newest known release {1}; this gets {2}.":
    '[SDK RunPod]({0}), najnowsze znane wydanie {1}; ten zapis instaluje {2}.',
  'With a network volume, releases {0} to {1} [give all jobs to one worker]({2}); {3} put it right.':
    'Przy wolumenie sieciowym wydania od {0} do {1} [oddają wszystkie zadania jednemu workerowi]({2}); naprawia to {3}.',
  'Releases from {0} on need Python {1}; the image has {2}.': 'Wydania od {0} wymagają Pythona {1}; obraz ma {2}.',
};
