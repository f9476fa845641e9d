CREATE TABLE "known_answer" (
	"code" text PRIMARY KEY NOT NULL,
	"unit_code" text,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	"keywords" text[] DEFAULT '{}' NOT NULL,
	"checked_on" date NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "skm_answer" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"unit_code" text NOT NULL,
	"service_code" text,
	"source" text NOT NULL,
	"counted_on" date NOT NULL,
	"shown_on" date,
	"persyaratan" smallint,
	"prosedur" smallint,
	"waktu" smallint,
	"biaya" smallint,
	"produk" smallint,
	"kompetensi" smallint,
	"perilaku" smallint,
	"pengaduan" smallint,
	"sarana" smallint,
	"sex" text,
	"age" text,
	"education" text,
	"work" text,
	"flags" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "skm_answer_scale" CHECK (num_nonnulls(persyaratan, prosedur, waktu, biaya, produk, kompetensi, perilaku, pengaduan, sarana) > 0 and coalesce(persyaratan, 1) between 1 and 4 and coalesce(prosedur, 1) between 1 and 4 and coalesce(waktu, 1) between 1 and 4 and coalesce(biaya, 1) between 1 and 4 and coalesce(produk, 1) between 1 and 4 and coalesce(kompetensi, 1) between 1 and 4 and coalesce(perilaku, 1) between 1 and 4 and coalesce(pengaduan, 1) between 1 and 4 and coalesce(sarana, 1) between 1 and 4)
);
--> statement-breakpoint
CREATE TABLE "skm_change" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"unit_code" text NOT NULL,
	"service_code" text,
	"said" text NOT NULL,
	"done" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"employee_id" bigint
);
--> statement-breakpoint
CREATE TABLE "skm_comment" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"unit_code" text NOT NULL,
	"service_code" text,
	"week" date NOT NULL,
	"sealed" "bytea" NOT NULL,
	"told" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "skm_line" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"thread_id" bigint NOT NULL,
	"from_whom" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "skm_mark" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"ends" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "skm_paper" (
	"hash" "bytea" PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "skm_proposal" (
	"unit_code" text NOT NULL,
	"element" text NOT NULL,
	"period" text NOT NULL,
	"value" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "skm_proposal_unit_code_element_period_pk" PRIMARY KEY("unit_code","element","period")
);
--> statement-breakpoint
CREATE TABLE "skm_quick" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"unit_code" text NOT NULL,
	"service_code" text NOT NULL,
	"counted_on" date NOT NULL,
	"shown_on" date,
	"score" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "skm_tally" (
	"unit_code" text NOT NULL,
	"service_code" text,
	"counted_on" date NOT NULL,
	"shown_on" date,
	"flagged" boolean NOT NULL,
	"respondents" integer NOT NULL,
	"sums" bigint[] NOT NULL,
	"counts" bigint[] NOT NULL,
	CONSTRAINT "skm_tally_key" UNIQUE NULLS NOT DISTINCT("unit_code","counted_on","service_code","shown_on","flagged")
);
--> statement-breakpoint
CREATE TABLE "skm_thread" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"contact_id" bigint,
	"locale" text NOT NULL,
	"unit_code" text NOT NULL,
	"service_code" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"taken_by" bigint,
	"told_at" timestamp with time zone,
	"last_at" timestamp with time zone NOT NULL,
	CONSTRAINT "skm_thread_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "skm_urn" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"service_code" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "skm_wish" (
	"contact_id" bigint NOT NULL,
	"unit_code" text NOT NULL,
	"since" date NOT NULL,
	CONSTRAINT "skm_wish_contact_id_unit_code_pk" PRIMARY KEY("contact_id","unit_code")
);
--> statement-breakpoint
ALTER TABLE "letter" ADD COLUMN "fleeting" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "known_answer" ADD CONSTRAINT "known_answer_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skm_answer" ADD CONSTRAINT "skm_answer_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skm_answer" ADD CONSTRAINT "skm_answer_service_code_service_code_fk" FOREIGN KEY ("service_code") REFERENCES "public"."service"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skm_change" ADD CONSTRAINT "skm_change_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skm_change" ADD CONSTRAINT "skm_change_service_code_service_code_fk" FOREIGN KEY ("service_code") REFERENCES "public"."service"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skm_change" ADD CONSTRAINT "skm_change_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skm_comment" ADD CONSTRAINT "skm_comment_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skm_comment" ADD CONSTRAINT "skm_comment_service_code_service_code_fk" FOREIGN KEY ("service_code") REFERENCES "public"."service"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skm_line" ADD CONSTRAINT "skm_line_thread_id_skm_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."skm_thread"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skm_proposal" ADD CONSTRAINT "skm_proposal_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skm_quick" ADD CONSTRAINT "skm_quick_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skm_quick" ADD CONSTRAINT "skm_quick_service_code_service_code_fk" FOREIGN KEY ("service_code") REFERENCES "public"."service"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skm_thread" ADD CONSTRAINT "skm_thread_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skm_thread" ADD CONSTRAINT "skm_thread_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skm_thread" ADD CONSTRAINT "skm_thread_service_code_service_code_fk" FOREIGN KEY ("service_code") REFERENCES "public"."service"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skm_thread" ADD CONSTRAINT "skm_thread_taken_by_employee_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."employee"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skm_urn" ADD CONSTRAINT "skm_urn_service_code_service_code_fk" FOREIGN KEY ("service_code") REFERENCES "public"."service"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skm_wish" ADD CONSTRAINT "skm_wish_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skm_wish" ADD CONSTRAINT "skm_wish_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "skm_answer_unit" ON "skm_answer" USING btree ("unit_code","counted_on");--> statement-breakpoint
CREATE INDEX "skm_answer_waiting" ON "skm_answer" USING btree ("service_code") WHERE "skm_answer"."shown_on" is null;--> statement-breakpoint
CREATE INDEX "skm_change_unit" ON "skm_change" USING btree ("unit_code","at");--> statement-breakpoint
CREATE INDEX "skm_line_thread" ON "skm_line" USING btree ("thread_id","id");--> statement-breakpoint
CREATE INDEX "skm_thread_open" ON "skm_thread" USING btree ("unit_code") WHERE "skm_thread"."state" <> 'closed';
--> statement-breakpoint
CREATE FUNCTION skm_added(bigint[], bigint[], bigint) RETURNS bigint[] LANGUAGE sql IMMUTABLE AS $$
  SELECT array_agg(a + b * $3 ORDER BY place) FROM unnest($1, $2) WITH ORDINALITY AS both_sides (a, b, place)
$$;
--> statement-breakpoint
COMMENT ON FUNCTION skm_added(bigint[], bigint[], bigint) IS 'Two lists of nine added place by place, the second times the third.';
--> statement-breakpoint
CREATE FUNCTION skm_count_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO skm_tally (unit_code, service_code, counted_on, shown_on, flagged, respondents, sums, counts)
  SELECT unit_code, service_code, counted_on, shown_on, cardinality(flags) > 0, count(*),
    array[coalesce(sum(persyaratan), 0), coalesce(sum(prosedur), 0), coalesce(sum(waktu), 0), coalesce(sum(biaya), 0), coalesce(sum(produk), 0), coalesce(sum(kompetensi), 0), coalesce(sum(perilaku), 0), coalesce(sum(pengaduan), 0), coalesce(sum(sarana), 0)]::bigint[],
    array[count(persyaratan), count(prosedur), count(waktu), count(biaya), count(produk), count(kompetensi), count(perilaku), count(pengaduan), count(sarana)]::bigint[]
  FROM came GROUP BY 1, 2, 3, 4, 5
  ON CONFLICT ON CONSTRAINT skm_tally_key DO UPDATE SET respondents = skm_tally.respondents + excluded.respondents,
    sums = skm_added(skm_tally.sums, excluded.sums, 1), counts = skm_added(skm_tally.counts, excluded.counts, 1);
  RETURN NULL;
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION skm_count_in() IS 'Adds the forms that came to the tally, in the statement that wrote them.';
--> statement-breakpoint
CREATE FUNCTION skm_count_out() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO skm_tally (unit_code, service_code, counted_on, shown_on, flagged, respondents, sums, counts)
  SELECT unit_code, service_code, counted_on, shown_on, cardinality(flags) > 0, -count(*),
    skm_added('{0,0,0,0,0,0,0,0,0}', array[coalesce(sum(persyaratan), 0), coalesce(sum(prosedur), 0), coalesce(sum(waktu), 0), coalesce(sum(biaya), 0), coalesce(sum(produk), 0), coalesce(sum(kompetensi), 0), coalesce(sum(perilaku), 0), coalesce(sum(pengaduan), 0), coalesce(sum(sarana), 0)]::bigint[], -1),
    skm_added('{0,0,0,0,0,0,0,0,0}', array[count(persyaratan), count(prosedur), count(waktu), count(biaya), count(produk), count(kompetensi), count(perilaku), count(pengaduan), count(sarana)]::bigint[], -1)
  FROM went GROUP BY 1, 2, 3, 4, 5
  ON CONFLICT ON CONSTRAINT skm_tally_key DO UPDATE SET respondents = skm_tally.respondents + excluded.respondents,
    sums = skm_added(skm_tally.sums, excluded.sums, 1), counts = skm_added(skm_tally.counts, excluded.counts, 1);
  DELETE FROM skm_tally WHERE respondents = 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION skm_count_out() IS 'Takes the forms that went out of the tally, in the statement that removed them.';
--> statement-breakpoint
CREATE TRIGGER skm_answer_in AFTER INSERT ON skm_answer REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION skm_count_in();
--> statement-breakpoint
CREATE TRIGGER skm_answer_changed_in AFTER UPDATE ON skm_answer REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION skm_count_in();
--> statement-breakpoint
CREATE TRIGGER skm_answer_changed_out AFTER UPDATE ON skm_answer REFERENCING OLD TABLE AS went FOR EACH STATEMENT EXECUTE FUNCTION skm_count_out();
--> statement-breakpoint
CREATE TRIGGER skm_answer_out AFTER DELETE ON skm_answer REFERENCING OLD TABLE AS went FOR EACH STATEMENT EXECUTE FUNCTION skm_count_out();
