# The commands that people and the robot both run. `make` alone lists them.
# PORT=, DATA_DIR= and PYTHON= may be given: make run PORT=9000 DATA_DIR=/srv/pug

.PHONY: help run test check axe format bench lock pictures

help: ## daftar perintah
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

run: ## menjalankan portal di komputer ini
	@bash deploy/setup.sh
	@exec .venv/bin/python -m deploy.portal

test: ## semua pemeriksaan: gaya, tipe, kontrak impor, templat, seluruh tes, peramban
	@bash deploy/setup.sh --dev
	@exec .venv/bin/python .ci/test.py

check: ## bagian yang cepat saja, tanpa layanan lain
	@bash deploy/setup.sh --dev
	@exec .venv/bin/python .ci/test.py --fast

axe: ## aksesibilitas: axe atas setiap halaman, peran, tema, dan lebar; lama
	@bash deploy/setup.sh --dev
	@exec .venv/bin/python .ci/test.py --axe

format: ## merapikan kode dan templat
	@bash deploy/setup.sh --dev
	@exec .venv/bin/python .ci/format.py

bench: ## mengukur waktu dan ukuran terhadap anggaran
	@bash deploy/setup.sh --dev
	@exec .venv/bin/python -m bench

pictures: ## mengambil ulang gambar README dan panduan dari data contoh
	@bash deploy/setup.sh --dev
	@exec .venv/bin/python .ci/pictures.py

lock: ## menetapkan ulang versi paket; UPGRADE=--upgrade untuk memperbarui semua
	@bash deploy/setup.sh --dev
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check uv==0.13.9
	@exec .venv/bin/python deploy/lock.py $(UPGRADE)
