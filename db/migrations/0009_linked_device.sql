CREATE TABLE "linked_device" (
	"account" text NOT NULL,
	"version" integer NOT NULL,
	"credentials" "bytea" NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "linked_device_account_version_pk" PRIMARY KEY("account","version")
);
--> statement-breakpoint
CREATE TABLE "linked_device_key" (
	"account" text NOT NULL,
	"type" text NOT NULL,
	"key" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "linked_device_key_account_type_key_pk" PRIMARY KEY("account","type","key")
);
