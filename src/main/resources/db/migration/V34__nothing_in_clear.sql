-- What the program has sealed between V33 and this one. A tool that runs the migrations without the program stops here.
do $$
begin
    if exists (select from idempotency_key where plain_body is not null)
        or exists (select from account where plain_phone is not null)
        or exists (select from invitation where plain_phone is not null)
        or exists (select from second_factor where plain_secret is not null)
        or exists (select from resident where plain_phone is not null or plain_address is not null)
        or exists (select from volunteer where plain_guardian_name is not null or plain_guardian_phone is not null)
        or exists (select from certificate where plain_number is not null)
        or exists (select from login where kind = 'PHONE' and length(value) < 20)
    then
        raise exception 'Start the program, which seals what is in clear, instead of running the migrations by hand';
    end if;
end $$;

alter table idempotency_key drop plain_body;

alter table account drop plain_phone;

alter table invitation drop plain_phone;
alter table invitation alter phone set not null;

alter table second_factor drop plain_secret;
alter table second_factor alter secret set not null;

alter table resident drop plain_phone;
alter table resident drop plain_address;
-- without an account somebody is reached by phone
alter table resident add check (account is not null or phone is not null);

alter table volunteer drop plain_guardian_name;
alter table volunteer drop plain_guardian_phone;
alter table volunteer add check ((guardian_name is null) = (guardian_phone is null));

alter table certificate drop plain_number;
alter table certificate alter number set not null;

-- The key without an id, whose work the set of keys does.
alter table signing_key drop secrets_fingerprint;
