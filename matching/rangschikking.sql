-- Who fits one place. Read from top to bottom: what is asked, who may be considered and with
-- which part of the profile, what each criterion adds, which condition fails, the first twenty.
-- Compiling takes longer than running, and a sector fits in memory: two choices for this
-- statement only.
SET LOCAL jit = off;
SET LOCAL work_mem = '32MB';

WITH gevraagd AS MATERIALIZED (
    SELECT * FROM unnest(
        %(competenties)s::bigint[], %(niveaus)s::int[], %(gewichten)s::int[], %(vereist)s::boolean[]
    ) AS g (competentie_id, niveau, gewicht, vereist)
),
reageert AS MATERIALIZED (
    SELECT r.medewerker_id, bool_or(r.deelt_wensen) AS deelt_wensen
    FROM matching_reactie r JOIN matching_publicatie p ON p.id = r.publicatie_id
    WHERE p.procedure_id = %(procedure)s AND r.status IN ('ingediend', 'op_tafel', 'gekozen')
    GROUP BY r.medewerker_id
),
eigen AS MATERIALIZED (
    SELECT medewerker_id FROM pdomein_plaatsing
    WHERE pteam_id = ANY (%(pteams)s::bigint[])
      AND begin <= %(dag)s AND (einde IS NULL OR einde > %(dag)s)
),
-- Q36: an unpublished PPP counts only when the person reacted, or for the own P-manager
profiel AS (
    SELECT p.id AS ppp_id, p.medewerker_id, p.pauze_tot
    FROM pdomein_ppp p
    WHERE (p.gepubliceerd_op IS NOT NULL AND p.zichtbaar_kennis = 'iedereen')
       OR (p.zichtbaar_kennis <> 'pmanager'
           AND p.medewerker_id IN (SELECT medewerker_id FROM reageert))
       OR p.medewerker_id IN (SELECT medewerker_id FROM eigen)
),
-- the tree of competenties: somebody who does a part knows something of the whole (narrower), and
-- the other way round (broader); both count for less than the competentie itself
verwant AS MATERIALIZED (
    SELECT g.*, k.id AS via, k.naam AS via_naam,
           CASE WHEN k.id = g.competentie_id THEN 100
                WHEN k.bovenliggende_id = g.competentie_id THEN %(smaller_pct)s
                ELSE %(breder_pct)s
           END::int AS pct
    FROM gevraagd g
    JOIN pdomein_competentie zelf ON zelf.id = g.competentie_id
    JOIN pdomein_competentie k
      ON k.id IN (g.competentie_id, zelf.bovenliggende_id) OR k.bovenliggende_id = g.competentie_id
),
beste AS (
    SELECT DISTINCT ON (p.medewerker_id, v.competentie_id)
           p.medewerker_id, v.competentie_id, v.via_naam, v.pct, c.niveau::int AS niveau,
           c.wil_ontwikkelen,
           v.gewicht * least(c.niveau, v.niveau) * (%(deelbaar)s / v.niveau) * v.pct AS punten,
           v.vereist AND v.pct >= %(smaller_pct)s AND c.niveau >= v.niveau AS voldoet
    FROM verwant v
    JOIN pdomein_pppcompetentie c ON c.competentie_id = v.via
    JOIN profiel p ON p.ppp_id = c.ppp_id
    WHERE v.pct > 0
    ORDER BY p.medewerker_id, v.competentie_id, punten DESC, v.pct DESC, v.via
),
punten AS (
    SELECT medewerker_id, sum(punten) AS punten,
           count(*) FILTER (WHERE voldoet) AS aantal_vereist,
           bool_or(wil_ontwikkelen) AS wil_ontwikkelen,
           array_agg(competentie_id) AS heeft, array_agg(niveau) AS heeft_niveau,
           array_agg(pct) AS heeft_pct, array_agg(via_naam) AS heeft_via,
           array_agg(competentie_id) FILTER (WHERE wil_ontwikkelen) AS wensen
    FROM beste GROUP BY medewerker_id
),
-- considered: those with at least one asked competentie, or who reacted; or exactly ``alleen``
kring AS (
    SELECT m.id, m.schaal, m.dienstverband, m.aanstelling_fte, pr.pauze_tot,
           pr.ppp_id IS NOT NULL AS profiel_telt,
           r.medewerker_id IS NOT NULL AS reageerde,
           coalesce(r.deelt_wensen, false) AS deelt_wensen,
           coalesce(pu.punten, 0) AS punten, coalesce(pu.aantal_vereist, 0) AS aantal_vereist,
           coalesce(pu.wil_ontwikkelen, false) AS wil_ontwikkelen,
           pu.heeft, pu.heeft_niveau, pu.heeft_pct, pu.heeft_via, pu.wensen
    FROM pdomein_medewerker m
    LEFT JOIN profiel pr ON pr.medewerker_id = m.id
    LEFT JOIN reageert r ON r.medewerker_id = m.id
    LEFT JOIN punten pu ON pu.medewerker_id = m.id
    WHERE m.in_dienst <= %(dag)s AND (m.uit_dienst IS NULL OR m.uit_dienst > %(dag)s)
      AND m.dienstverband <> 'bestuur'
      AND CASE WHEN %(alleen)s::bigint[] IS NOT NULL THEN m.id = ANY (%(alleen)s::bigint[])
               ELSE r.medewerker_id IS NOT NULL OR pu.punten > 0
                    OR (%(meest_punten)s = 0 AND pr.ppp_id IS NOT NULL)
          END
),
-- the fullest day of the period: begin and end of everything that takes hours, added up in order;
-- in whole hundred-thousandths of fte, which is exact and adds up faster than decimals
bezet AS MATERIALIZED (
    SELECT x.* FROM (
        SELECT medewerker_id, begin_geldigheid AS begin, einde_geldigheid AS einde,
               (fte * 100000)::bigint AS fte
        FROM register_inzet WHERE eind_registratie IS NULL
        UNION ALL
        SELECT medewerker_id, begin, einde, (fte_minder * 100000)::bigint
        FROM pdomein_beschikbaarheid
        UNION ALL
        SELECT o.medewerker_id, o.begin, o.einde, (o.pct * m.aanstelling_fte * 1000)::bigint
        FROM pdomein_rolomvang o JOIN pdomein_medewerker m ON m.id = o.medewerker_id
        WHERE o.rol = 'p_manager'
        UNION ALL
        SELECT id, uit_dienst, NULL::date, 100000000 FROM pdomein_medewerker
        WHERE uit_dienst IS NOT NULL
    ) AS x
    JOIN kring k ON k.id = x.medewerker_id
    WHERE (%(einde)s::date IS NULL OR x.begin < %(einde)s)
      AND (x.einde IS NULL OR x.einde > %(begin)s)
),
gebeurtenis AS (
    SELECT medewerker_id, greatest(begin, %(begin)s) AS dag, fte FROM bezet
    UNION ALL
    SELECT medewerker_id, einde, -fte FROM bezet
    WHERE einde IS NOT NULL AND (%(einde)s::date IS NULL OR einde < %(einde)s)
),
bezetting AS (
    SELECT medewerker_id, max(bezet) AS bezet FROM (
        SELECT medewerker_id,
               sum(sum(fte)) OVER (PARTITION BY medewerker_id ORDER BY dag) AS bezet
        FROM gebeurtenis GROUP BY medewerker_id, dag
    ) AS verloop GROUP BY medewerker_id
),
ervaring AS (
    SELECT i.medewerker_id, bool_or(i.opdracht_id = %(opdracht)s) AS zelfde_opdracht
    FROM register_inzet i JOIN opgaven_opdracht o ON o.id = i.opdracht_id
    WHERE o.opgave_id = %(opgave)s AND i.eind_registratie IS NULL
      AND i.begin_geldigheid <= %(dag)s
    GROUP BY i.medewerker_id
),
gemeten AS (
    SELECT k.*,
           greatest(0, floor((
               k.aanstelling_fte * (100 - %(ontwikkel_pct)s) * 1000 - coalesce(b.bezet, 0)
           ) / 100))::bigint AS vrij,
           coalesce(e.zelfde_opdracht, false) AS zelfde_opdracht,
           e.medewerker_id IS NOT NULL AS zelfde_opgave,
           CASE
               WHEN %(schaal_van)s::int IS NULL OR %(schaal_tot)s::int IS NULL THEN 0
               WHEN k.schaal IS NULL THEN -1
               ELSE greatest(0, %(schaal_van)s::int - k.schaal, k.schaal - %(schaal_tot)s::int)
           END AS afstand
    FROM kring k
    LEFT JOIN bezetting b ON b.medewerker_id = k.id
    LEFT JOIN ervaring e ON e.medewerker_id = k.id
),
beoordeeld AS (
    SELECT g.*,
           g.afstand > 0 AS buiten_niveau,
           CASE WHEN %(meest_punten)s = 0 THEN 0
                ELSE %(meest_competenties)s * g.punten / greatest(%(meest_punten)s, 1)
           END::int AS competenties,
           CASE g.afstand WHEN 0 THEN %(meest_niveau)s WHEN 1 THEN %(bijna_niveau)s ELSE 0
           END::int AS niveau,
           (least(g.vrij, %(gevraagd)s) * %(meest_uren)s / greatest(%(gevraagd)s, 1))::int AS uren,
           CASE WHEN g.deelt_wensen AND g.wil_ontwikkelen THEN %(meest_wens)s ELSE 0
           END::int AS wens,
           CASE WHEN g.zelfde_opdracht THEN %(meest_ervaring)s
                WHEN g.zelfde_opgave THEN %(zelfde_opgave)s ELSE 0
           END::int AS ervaring,
           mod(g.id * %(lot_maal)s + %(procedure)s::bigint * %(lot_procedure)s, %(lot_deel)s) AS lot,
           array_remove(ARRAY[
               CASE WHEN g.dienstverband = 'extern' AND NOT %(externen)s THEN 'extern' END,
               CASE WHEN g.pauze_tot > %(dag)s THEN 'pauze' END,
               CASE WHEN g.vrij <= 0 THEN 'uren' END,
               CASE WHEN NOT %(groei)s AND g.profiel_telt
                         AND g.aantal_vereist < %(aantal_vereist)s
                   THEN 'vereist' END
           ], NULL) AS valt_af
    FROM gemeten g
    -- who can grow: not there yet, and at most one scale away
    WHERE NOT %(groei)s OR (g.punten < %(meest_punten)s AND g.afstand <= 1)
),
telling AS (
    SELECT count(*) AS bekeken,
           count(*) FILTER (WHERE 'extern' = ANY (valt_af)) AS telt_extern,
           count(*) FILTER (WHERE 'pauze' = ANY (valt_af)) AS telt_pauze,
           count(*) FILTER (WHERE 'uren' = ANY (valt_af)) AS telt_uren,
           count(*) FILTER (WHERE 'vereist' = ANY (valt_af)) AS telt_vereist
    FROM beoordeeld
),
gerangschikt AS (
    SELECT b.*, row_number() OVER (
        PARTITION BY valt_af <> '{}'
        ORDER BY buiten_niveau AND NOT %(groei)s, competenties + niveau + uren + wens + ervaring DESC, lot, id
    ) AS plaats
    FROM beoordeeld b
    WHERE valt_af = '{}' OR reageerde OR %(alleen)s::bigint[] IS NOT NULL
),
gekozen AS (
    SELECT * FROM gerangschikt WHERE plaats <= %(top)s OR valt_af <> '{}'
)
SELECT g.*, m.public_id, m.naam, telling.*
FROM telling
LEFT JOIN gekozen g ON true
LEFT JOIN pdomein_medewerker m ON m.id = g.id
ORDER BY g.valt_af <> '{}', g.plaats
