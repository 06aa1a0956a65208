// "Why does the Hub not see my repository?": questions, answers, and the claims that go round.

import type { Bundle } from '../../base/message';

export const diagnosis: Bundle = {
  'Why does the Hub not see this repository?': 'Dlaczego Hub nie widzi tego repozytorium?',
  'No cause found': 'Nie znaleziono przyczyny',
  '{0} cause found': 'Znaleziono {0} przyczynę',
  '{0} causes found': { few: 'Znaleziono {0} przyczyny', many: 'Znaleziono {0} przyczyn' },
  'Nothing that can be seen from here explains it. Go through what cannot be seen, from the top.':
    'Nic z tego, co stąd widać, tego nie wyjaśnia. Sprawdź po kolei to, czego stąd nie widać.',
  'By what is documented or reported, each of these is enough to keep a repository off the Hub. Whether there is more depends on what cannot be seen from here.':
    'Według dokumentacji lub zgłoszeń każda z tych przyczyn wystarczy, by repozytorium nie było w Hubie. Czy jest coś jeszcze, zależy od tego, czego stąd nie widać.',
  'Checked, in the order in which the Hub would stop': 'Sprawdzono, w kolejności, w której Hub by się zatrzymał',
  'What cannot be seen from here': 'Czego stąd nie widać',
  'Claims that go round': 'Obiegowe twierdzenia',
  'Cannot be seen from here.': 'Stąd tego nie widać.',
  Sources: 'Źródła',
  'This is cause {0}.': 'To przyczyna {0}.',
  'First what is said above.': 'Najpierw to, co powyżej.',
  'Yes.': 'Tak.',

  // GitHub
  'Is the repository on GitHub?': 'Czy repozytorium jest na GitHubie?',
  'Yes, as {0}.': 'Tak, jako {0}.',
  'There is no git repository here that could be read.': 'Nie ma tu repozytorium gita, które dałoby się odczytać.',
  'This clone has no remote: it does not say where the repository is published.':
    'Ten klon nie ma zdalnego repozytorium: nie wiadomo, gdzie jest ono publikowane.',
  'This clone has several remotes and none is called origin: it does not say which one is published.':
    'Ten klon ma kilka zdalnych repozytoriów, a żadne nie nazywa się origin: nie wiadomo, które jest publikowane.',
  'The remote {0} goes through a name that only this machine knows.':
    'Zdalne repozytorium {0} używa nazwy, którą zna tylko ten komputer.',
  'The remote {0} leads to {1}, and the Hub takes repositories from GitHub.':
    'Zdalne repozytorium {0} prowadzi do {1}, a Hub przyjmuje repozytoria z GitHuba.',
  'Push the repository to GitHub, and enter that address on the Hub page.':
    'Wypchnij repozytorium na GitHuba i podaj jego adres na stronie Huba.',
  'Is it public?': 'Czy jest publiczne?',
  'Nothing is fetched, so this cannot be seen from here. A private repository cannot be on the Hub.':
    'Nic nie jest pobierane z sieci, więc stąd tego nie widać. Prywatne repozytorium nie może być w Hubie.',
  "Open the repository's page in a private window of your browser: it must show without signing in.":
    'Otwórz stronę repozytorium w prywatnym oknie przeglądarki: musi być widoczna bez logowania.',
  'Open {0} in a private window of your browser: it must show without signing in.':
    'Otwórz {0} w prywatnym oknie przeglądarki: strona musi być widoczna bez logowania.',
  'Was it added to the Hub?': 'Czy zostało dodane do Huba?',
  "A release alone is not enough the first time: the repository's URL has to be entered on the Hub page once.":
    'Za pierwszym razem samo wydanie nie wystarczy: adres repozytorium trzeba raz podać na stronie Huba.',
  'In the RunPod console: Hub, "Add your repo", "Get Started".':
    'W konsoli RunPod: Hub, „Add your repo”, „Get Started”.',
  'Is what you see here on GitHub?': 'Czy to, co tu widzisz, jest na GitHubie?',
  'This clone does not know what the remote has.': 'Ten klon nie wie, co ma zdalne repozytorium.',
  'Compare with the repository\'s page, or run "git fetch" and ask again.':
    'Porównaj ze stroną repozytorium albo uruchom „git fetch” i zapytaj ponownie.',
  'The last commit of {0} is not on {1}, as this clone saw it last.':
    'Ostatniego commitu gałęzi {0} nie ma w {1}, według tego, co ten klon widział ostatnio.',
  'Push it. A release is made of what GitHub has.': 'Wypchnij go. Wydanie powstaje z tego, co ma GitHub.',
  'Yes, as this clone saw it last, on {0}. The default branch is {1}: make the release of the branch that has the files.':
    'Tak, według tego, co ten klon widział ostatnio, na gałęzi {0}. Gałąź domyślna to {1}: zrób wydanie z tej gałęzi, która ma pliki.',
  'Yes, as this clone saw it last: the commit is on {0}.':
    'Tak, według tego, co ten klon widział ostatnio: commit jest w {0}.',

  // hub.json
  'Is there a hub.json where the Hub looks?': 'Czy hub.json jest tam, gdzie szuka go Hub?',
  'No. It lies where the Hub does not look.': 'Nie. Leży tam, gdzie Hub nie zagląda.',
  'Move it to .runpod/hub.json at the root of the repository, in small letters, and make a release.':
    'Przenieś go do .runpod/hub.json w katalogu głównym repozytorium, małymi literami, i zrób wydanie.',
  'No. There is neither .runpod/hub.json nor hub.json, and without it a repository is no listing.':
    'Nie. Nie ma ani .runpod/hub.json, ani hub.json, a bez niego repozytorium nie jest wpisem w Hubie.',
  'Create .runpod/hub.json with title, description, type, category and config, and make a release.':
    'Utwórz .runpod/hub.json z polami title, description, type, category i config, po czym zrób wydanie.',
  'No. It lies below the root of the repository.': 'Nie. Leży głębiej niż w katalogu głównym repozytorium.',
  'Move .runpod to the root of the repository, or give the worker a repository of its own.':
    'Przenieś .runpod do katalogu głównego repozytorium albo daj workerowi osobne repozytorium.',
  'Yes, at the root. The documentation names .runpod/hub.json, which would come before it.':
    'Tak, w katalogu głównym. Dokumentacja mówi o .runpod/hub.json, który miałby pierwszeństwo.',
  'Yes: {0}.': 'Tak: {0}.',
  'Is hub.json in the repository, and not only on this disk?':
    'Czy hub.json jest w repozytorium, a nie tylko na tym dysku?',
  'No, not as it is here.': 'Nie w tej postaci, w jakiej jest tutaj.',
  'Put the file itself into the repository under this name, commit, push, and make a release.':
    'Dodaj do repozytorium sam plik pod tą nazwą, zrób commit, wypchnij i zrób wydanie.',
  'The state of the files could not be told.': 'Nie udało się ustalić stanu plików.',
  'No. It was never committed.': 'Nie. Nigdy nie trafił do commitu.',
  'Commit it, push, and make a release.': 'Zrób commit, wypchnij i zrób wydanie.',
  'Yes, committed as it is here.': 'Tak, w commicie jest taki jak tutaj.',
  'Yes, but not as it is here: the changes are not committed. What follows is about the file on this disk.':
    'Tak, ale nie w tej postaci: zmian nie ma w commicie. Dalsze odpowiedzi dotyczą pliku z tego dysku.',
  'Is hub.json valid JSON?': 'Czy hub.json jest poprawnym JSON-em?',
  'No: the Hub cannot read it.': 'Nie: Hub nie może go odczytać.',
  'Correct what is named; JSON knows neither comments nor a comma behind the last entry.':
    'Popraw wskazane miejsca; JSON nie zna komentarzy ani przecinka po ostatnim elemencie.',
  "Is hub.json in RunPod's format?": 'Czy hub.json ma format RunPod?',
  'No. It is valid JSON of another, invented format: the Hub finds neither title nor type nor config in it, so there is nothing to list.':
    'Nie. To poprawny JSON w innym, wymyślonym formacie: Hub nie znajduje w nim ani title, ani type, ani config, więc nie ma czego pokazać.',
  'Rewrite it with title, description, type, category and config: in the editor, the quick fix of hub-schema-foreign does so and keeps what it can. Commit, push, and make a release.':
    'Przepisz go z polami title, description, type, category i config: w edytorze robi to szybka poprawka reguły hub-schema-foreign, zachowując, co się da. Zrób commit, wypchnij i zrób wydanie.',
  'Has hub.json all that the Hub demands?': 'Czy hub.json ma wszystko, czego wymaga Hub?',
  'Yes, every field that the documentation calls required.': 'Tak, każde pole, które dokumentacja nazywa wymaganym.',
  'No: required fields are missing.': 'Nie: brakuje wymaganych pól.',
  'Almost: some fields are missing.': 'Prawie: brakuje niektórych pól.',
  'Add them, commit, push, and make a release.': 'Dodaj je, zrób commit, wypchnij i zrób wydanie.',
  'Are the values in hub.json ones that the Hub knows?': 'Czy Hub zna wartości z hub.json?',
  'Yes, as far as RunPod documents them.': 'Tak, o ile RunPod je dokumentuje.',
  'Not all: some are not what the documentation names.': 'Nie wszystkie: niektórych dokumentacja nie wymienia.',
  'Correct them: the rules named by "check" say how. Commit, push, and make a release.':
    'Popraw je: reguły, które wymienia „check”, mówią jak. Zrób commit, wypchnij i zrób wydanie.',
  'No. Of the first of these it is reported that the Hub refused the repository for it, with an internal error that does not name the field.':
    'Nie. O pierwszej z nich wiadomo ze zgłoszeń, że Hub odrzucił z jej powodu repozytorium, z błędem wewnętrznym, który nie wymienia pola.',
  'This could not be decided, as the file is not whole.': 'Nie dało się tego rozstrzygnąć, bo plik nie jest kompletny.',

  // Other files
  'Are Dockerfile, README and a program there?': 'Czy są Dockerfile, README i program?',
  'No. The documentation asks for them before a repository is taken up.':
    'Nie. Dokumentacja wymaga ich, zanim repozytorium zostanie przyjęte.',
  'Add what is missing in .runpod or at the root, commit, push, and make a release.':
    'Dodaj to, czego brakuje, w .runpod albo w katalogu głównym, zrób commit, wypchnij i zrób wydanie.',
  'Not all of them could be told from the files that were read.':
    'Nie o wszystkich dało się to stwierdzić z odczytanych plików.',
  "Yes: {0}. The handler's file may have any name and lie in any folder.":
    'Tak: {0}. Plik handlera może mieć dowolną nazwę i leżeć w dowolnym katalogu.',
  'Are there tests for the Hub?': 'Czy są testy dla Huba?',
  'There is no .runpod/tests.json. The documentation requires one; published listings without it exist.':
    'Nie ma pliku .runpod/tests.json. Dokumentacja go wymaga; istnieją jednak opublikowane wpisy bez niego.',
  'There is no .runpod/tests.json: under another name the file is passed over. Published listings without it exist.':
    'Nie ma pliku .runpod/tests.json: pod inną nazwą jest pomijany. Istnieją opublikowane wpisy bez niego.',
  'Create .runpod/tests.json with at least one test.': 'Utwórz .runpod/tests.json z co najmniej jednym testem.',
  "Yes. Whether they pass only the Hub's build shows.": 'Tak. Czy przechodzą, pokaże dopiero budowanie w Hubie.',
  'Yes, but not all of them is as the Hub reads it. As long as a test fails, the listing stays pending.':
    'Tak, ale nie wszystko w nich jest tak, jak czyta to Hub. Dopóki test nie przechodzi, wpis czeka (Pending).',
  'Correct them, commit, push, and make a release.': 'Popraw je, zrób commit, wypchnij i zrób wydanie.',
  'Does the handler get started?': 'Czy handler jest uruchamiany?',
  'A worker of this kind needs no handler of its own.': 'Worker tego rodzaju nie potrzebuje własnego handlera.',
  "No. The Hub's tests would wait until they time out.": 'Nie. Testy Huba czekałyby aż do przekroczenia limitu czasu.',
  'Correct it before the next release.': 'Popraw to przed następnym wydaniem.',
  'No call of runpod.serverless.start was found in the files here.':
    'W tutejszych plikach nie znaleziono wywołania runpod.serverless.start.',
  'Yes: runpod.serverless.start is called. Its signature and its answers have no part in being listed.':
    'Tak: runpod.serverless.start jest wywoływane. Sygnatura handlera i jego odpowiedzi nie wpływają na to, czy wpis się pojawi.',
  'Here it is called.': 'Tu jest wywoływane.',

  // The release
  'Is everything committed?': 'Czy wszystko jest w commicie?',
  'Yes, all that the worker consists of.': 'Tak, wszystko, z czego składa się worker.',
  'No. A release lacks what is not committed.': 'Nie. W wydaniu zabraknie tego, czego nie ma w commicie.',
  'Commit and push before you make a release.': 'Zrób commit i wypchnij, zanim zrobisz wydanie.',
  'Is there a tag for a release?': 'Czy jest tag dla wydania?',
  'This clone has no tags, as it is a shallow one or one that fetches none.':
    'Ten klon nie ma tagów, bo jest płytki albo ich nie pobiera.',
  'No. The Hub indexes releases, not commits, and a release always has a tag.':
    'Nie. Hub indeksuje wydania, nie commity, a wydanie zawsze ma tag.',
  'Make a release on GitHub. If there is one already, "git fetch --tags" brings its tag: then ask again.':
    'Zrób wydanie na GitHubie. Jeśli już jest, „git fetch --tags” przyniesie jego tag: wtedy zapytaj ponownie.',
  'Yes: {0}. None of them is known to lie behind the current commit.':
    'Tak: {0}. O żadnym nie wiadomo, by poprzedzał bieżący commit.',
  'Yes: {0}. The newest behind the current commit is {1}.': 'Tak: {0}. Najnowszy poprzedzający bieżący commit to {1}.',
  'Has the tag become a release on GitHub?': 'Czy z tagu powstało wydanie na GitHubie?',
  'A tag alone is not a release, nor is a draft. Whether GitHub has the release cannot be seen from here.':
    'Sam tag nie jest wydaniem, szkic też nie. Stąd nie widać, czy GitHub ma wydanie.',
  'Look at "Releases" on the repository\'s page: the newest must be published, and of the right tag.':
    'Zajrzyj do „Releases” na stronie repozytorium: najnowsze musi być opublikowane i mieć właściwy tag.',
  'Has that tag the files as you see them here?': 'Czy ten tag ma pliki takie jak tutaj?',
  'No tag was found to compare with.': 'Nie znaleziono tagu do porównania.',
  'Make a new release of the current commit.': 'Zrób nowe wydanie z bieżącego commitu.',
  'No. {0} does not have {1}, which came later.': 'Nie. W {0} nie ma jeszcze {1}.',
  'No. {0} has another {1} than the one judged above, and the Hub reads that of the release.':
    'Nie. {0} ma inny plik {1} niż oceniony powyżej, a Hub czyta ten z wydania.',
  'Yes: nothing that matters has changed since {0}.': 'Tak: od {0} nie zmieniło się nic istotnego.',
  'No. Changed since {0}: {1}. The Hub still builds the older files.':
    'Nie. Zmienione od {0}: {1}. Hub nadal buduje starsze pliki.',
  'Was the release indexed, built and reviewed?': 'Czy wydanie zostało zaindeksowane, zbudowane i sprawdzone?',
  'The Hub takes up a release within about an hour, builds and tests it ("Pending"), and people at RunPod review it before it is listed. A build over 30 minutes or an image over 80 GB fails.':
    'Hub przejmuje wydanie w ciągu mniej więcej godziny, buduje je i testuje („Pending”), a przed publikacją sprawdzają je ludzie z RunPod. Budowanie dłuższe niż 30 minut albo obraz większy niż 80 GB kończy się niepowodzeniem.',
  "Look at the repository's state and build log on its Hub page.":
    'Sprawdź stan repozytorium i dziennik budowania na jego stronie w Hubie.',

  // Claims
  '"A repository with test in its name is filtered out."':
    '„Repozytorium ze słowem test w nazwie jest odfiltrowywane.”',
  'There is no evidence for it. The claim goes back to an analysis written by a language model in 2025; the hub.json of that repository had neither title nor type nor config. Another project renamed its repository over it, without effect.':
    'Nie ma na to dowodów. Twierdzenie pochodzi z analizy napisanej przez model językowy w 2025 roku; hub.json tamtego repozytorium nie miał ani title, ani type, ani config. Inny projekt zmienił z tego powodu nazwę repozytorium, bez skutku.',
  '"runpod.yaml, runpod.toml or .runpodignore is missing."': '„Brakuje runpod.yaml, runpod.toml albo .runpodignore.”',
  'Neither the Hub nor Serverless reads them. runpod.yaml belongs to nothing; the others to the old "runpod project" commands.':
    'Nie czyta ich ani Hub, ani Serverless. Plik runpod.yaml nie należy do niczego; pozostałe należą do dawnych poleceń „runpod project”.',
  '"hub.json needs runtime, handler_function, python_version or schema."':
    '„hub.json wymaga runtime, handler_function, python_version albo schema.”',
  'No RunPod format has these keys. The Hub reads title, description, type, category, iconUrl and config; the Dockerfile says what runs.':
    'Żaden format RunPod nie ma tych kluczy. Hub czyta title, description, type, category, iconUrl i config; co się uruchamia, mówi Dockerfile.',
  '"start() must stand behind a __main__ guard", or must not.':
    '„start() musi być za warunkiem __main__” albo „nie może za nim być”.',
  "Both run. The worker of the documentation's own example for GitHub has the guard.":
    'Działa jedno i drugie. Worker z przykładu dokumentacji dla GitHuba ma ten warunek.',
  '"The handler must be called handler.py and lie at the root."':
    '„Handler musi nazywać się handler.py i leżeć w katalogu głównym.”',
  'It is not enforced: listed workers have src/handler.py, rp_handler.py, or no Python at all.':
    'Nikt tego nie wymusza: workery obecne w Hubie mają src/handler.py, rp_handler.py albo w ogóle nie mają Pythona.',
  '"The handler is too complex, or has the wrong signature or result."':
    '„Handler jest zbyt złożony albo ma złą sygnaturę lub wynik.”',
  "A handler that fails makes the Hub's tests fail. The listing is looked for in hub.json and the release, before any handler runs.":
    'Handler, który zawodzi, psuje testy Huba. O wpisie decydują hub.json i wydanie, zanim uruchomi się jakikolwiek handler.',
  '"Pushing a commit or a tag updates the Hub."': '„Wypchnięcie commitu lub tagu aktualizuje Huba.”',
  'It takes a GitHub release. The same holds for endpoints that are deployed from GitHub.':
    'Potrzebne jest wydanie na GitHubie. To samo dotyczy endpointów wdrażanych z GitHuba.',
};
