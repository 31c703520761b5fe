# One image for web, live, worker and beat: an ordinary user on a read-only file system.
FROM python:3.11-slim-bookworm AS bouw
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/inzet
COPY requirements.txt .
RUN /opt/inzet/bin/pip install --require-hashes -r requirements.txt

FROM python:3.11-slim-bookworm
ENV PATH=/opt/inzet/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin inzet
COPY --from=bouw /opt/inzet /opt/inzet
WORKDIR /srv/inzet
COPY . .
RUN DJANGO_SETTINGS_MODULE=config.settings.production INZET_GEHEIM=alleen-om-te-bouwen \
    INZET_HOSTS=localhost DATABASE_URL=postgres://localhost/x REDIS_URL=redis://localhost/0 \
    python manage.py collectstatic --noinput --verbosity 0 && python -m compileall -q .
USER 10001
EXPOSE 8000 8001
CMD ["gunicorn", "config.wsgi", "--config", "deploy/gunicorn.py"]
