// Rules about the repository and its releases.

import type { Bundle } from '../../base/message';

export const repository: Bundle = {
  // badge-mismatch
  "The badge in the README is another repository's.": 'Odznaka w README należy do innego repozytorium.',
  'It shows the state of another listing, and whoever clicks on it deploys that one.':
    'Pokazuje stan innego wpisu, a kto w nią kliknie, wdroży tamten.',
  "The badge in the README is this repository's own.": 'Odznaka w README należy do tego repozytorium.',
  'This badge is that of {0}, and this repository is {1}.': 'Ta odznaka należy do {0}, a to repozytorium to {1}.',
  'The badge shows {0} and leads to {1}.': 'Odznaka pokazuje {0}, a prowadzi do {1}.',
  'Change the badge to {0}': 'Zmień odznakę na {0}',

  // badge-missing
  'The README has no badge that leads to the listing on the Hub.':
    'README nie ma odznaki, która prowadzi do wpisu w Hubie.',
  'Whoever finds the repository on GitHub has to look for it on the Hub. The badge is optional.':
    'Kto znajdzie repozytorium na GitHubie, musi sam szukać go w Hubie. Odznaka jest nieobowiązkowa.',
  'The README has the badge of the Hub.': 'README ma odznakę Huba.',
  'The README has no badge that leads to {0} on the Hub.': 'README nie ma odznaki, która prowadzi do {0} w Hubie.',
  'Insert the badge of {0}': 'Wstaw odznakę {0}',

  // changes-uncommitted
  'Files of the worker are modified, or not in the repository at all.':
    'Pliki workera są zmienione albo w ogóle nie ma ich w repozytorium.',
  'RunPod builds what is on GitHub: a release made now goes without these changes.':
    'RunPod buduje to, co jest na GitHubie: wydanie zrobione teraz nie obejmie tych zmian.',
  'Everything that the worker consists of is committed.':
    'Wszystko, z czego składa się worker, jest zatwierdzone w repozytorium.',
  'Not committed: {0}. A release made now leaves that out.': 'Niezatwierdzone: {0}. Wydanie zrobione teraz to pominie.',

  // config-file-obsolete
  'A file looks like configuration for RunPod, but neither Serverless nor the Hub reads it.':
    'Plik wygląda na konfigurację RunPod, ale nie czyta go ani Serverless, ani Hub.',
  'What it says has no effect; settings belong into hub.json, the Dockerfile and the endpoint.':
    'Jego treść nie ma żadnego skutku; ustawienia należą do hub.json, Dockerfile i endpointu.',
  'No configuration lies about that RunPod does not read.': 'Nie ma konfiguracji, której RunPod nie czyta.',
  'Nothing of RunPod reads {0}: the Hub needs hub.json, and a build the Dockerfile.':
    'Nic w RunPod nie czyta {0}: Hub potrzebuje hub.json, a budowanie – Dockerfile.',
  'Only the old "runpod project" commands read {0}: Serverless and the Hub do without it.':
    '{0} czytają tylko dawne polecenia „runpod project”: Serverless i Hub obywają się bez niego.',

  // hub-file-misplaced
  'hub.json or tests.json lies where the Hub does not look, or never reaches the repository.':
    'hub.json lub tests.json leży tam, gdzie Hub nie szuka, albo nigdy nie trafia do repozytorium.',
  'The Hub does not find the file, so there is no listing, and no message says why.':
    'Hub nie znajduje pliku, więc nie ma wpisu i żaden komunikat nie mówi dlaczego.',
  'hub.json and tests.json lie where the Hub looks for them.': 'hub.json i tests.json leżą tam, gdzie Hub ich szuka.',
  'The Hub looks for {0}, and large and small letters differ there: it does not find {1}.':
    'Hub szuka {0} i rozróżnia przy tym wielkie i małe litery: {1} nie znajdzie.',
  'The Hub looks for {0}: it does not find {1}.': 'Hub szuka {0}: {1} nie znajdzie.',
  'Copy it to {0} (the old file is left for you to delete)': 'Skopiuj do {0} (stary plik usuniesz samodzielnie)',
  'The Hub looks for .runpod/hub.json at the root of the repository: it does not find this one in {0}.':
    'Hub szuka .runpod/hub.json w katalogu głównym repozytorium: tego w {0} nie znajdzie.',
  'Git leaves this file out of the repository, as "{0}" in {1} tells it to: it never gets to GitHub.':
    'Git pomija ten plik zgodnie z wpisem "{0}" w {1}: nigdy nie trafi on na GitHuba.',
  'The repository holds a symbolic link here: GitHub has the path that it points to, and not the content.':
    'W repozytorium jest tu dowiązanie symboliczne: GitHub ma ścieżkę, na którą wskazuje, a nie treść.',
  'In the repository this file is called {0}: this disk does not tell large letters from small ones, and the Hub does. "git mv" renames it.':
    'W repozytorium ten plik nazywa się {0}: ten dysk nie rozróżnia wielkich i małych liter, a Hub tak. Nazwę zmienia „git mv”.',

  // hub-file-shadowed
  'The Hub does not use this file: one of the same name in .runpod comes before it.':
    'Hub nie używa tego pliku: pierwszeństwo ma plik o tej samej nazwie w .runpod.',
  'What is changed here changes nothing on the Hub.': 'Zmiany tutaj niczego nie zmieniają w Hubie.',
  'No file at the root is overridden by one in .runpod.':
    'Żadnego pliku z katalogu głównego nie przesłania plik z .runpod.',
  'The Hub does not use this {0}: {1} comes before it.': 'Hub nie używa tego {0}: pierwszeństwo ma {1}.',

  // release-missing
  'The repository has a hub.json and no tag, so nothing that the Hub could have indexed.':
    'Repozytorium ma hub.json, ale nie ma tagu, więc Hub nie miał czego zaindeksować.',
  'The Hub indexes GitHub releases, not commits: without one, the repository never appears.':
    'Hub indeksuje wydania na GitHubie, a nie commity: bez wydania repozytorium nigdy się nie pojawi.',
  'There is a tag that a release can be made of.': 'Jest tag, z którego można zrobić wydanie.',
  'This repository has no tag, and so no release that is known here: the Hub lists releases, not commits. (A release made on GitHub brings its tag with the next "git fetch --tags".)':
    'To repozytorium nie ma tagu, a więc żadnego wydania, które byłoby tu znane: Hub pokazuje wydania, a nie commity. (Tag wydania zrobionego na GitHubie pobierze następne „git fetch --tags”).',

  // release-outdated
  'Files of the worker have changed since the newest tag.': 'Od najnowszego tagu pliki workera się zmieniły.',
  'The Hub goes on showing and building the files of the last release.':
    'Hub nadal pokazuje i buduje pliki ostatniego wydania.',
  'The newest tag has the files as they are now.': 'Najnowszy tag ma pliki w obecnej postaci.',
  'Changed since {0}: {1}. The Hub shows and builds the files of the last release.':
    'Zmieniono od {0}: {1}. Hub pokazuje i buduje pliki ostatniego wydania.',

  // required-file-missing
  'A file that the Hub asks for is neither in .runpod nor at the root.':
    'Pliku wymaganego przez Hub nie ma ani w .runpod, ani w katalogu głównym.',
  'The Hub cannot build or show the repository: the listing stays incomplete.':
    'Hub nie może zbudować ani pokazać repozytorium: wpis pozostaje niepełny.',
  'The files that the Hub asks for are in .runpod or at the root.':
    'Pliki wymagane przez Hub są w .runpod lub w katalogu głównym.',
  'There is no README.md, neither in .runpod nor at the root: it is what the Hub shows of the repository.':
    'Nie ma README.md ani w .runpod, ani w katalogu głównym: to jego treść Hub pokazuje przy repozytorium.',
  'Nothing here can be a handler: there is no Python file, and the image is built on one that has no program of its own.':
    'Nic tu nie może być handlerem: nie ma pliku Pythona, a obraz bazuje na takim, który nie ma własnego programu.',
  'There is no Dockerfile, neither in .runpod nor at the root: the Hub has nothing to build.':
    'Nie ma Dockerfile ani w .runpod, ani w katalogu głównym: Hub nie ma czego budować.',
  'There is no Dockerfile in .runpod or at the root: the Hub does not look for {0}.':
    'Nie ma Dockerfile w .runpod ani w katalogu głównym: {0} Hub nie szuka.',
  'Begin a README.md with the title and description of hub.json': 'Załóż README.md z tytułem i opisem z hub.json',
};
